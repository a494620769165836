/** How participants stand in lists, wherever they are printed. */
@NullMarked
package io.rapporteur.schemas.names;

import org.jspecify.annotations.NullMarked;
