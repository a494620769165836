/** Texts that others wrote, where we lay them out: what is in them and cannot be seen is shown. */
@NullMarked
package io.rapporteur.schemas.text;

import org.jspecify.annotations.NullMarked;
