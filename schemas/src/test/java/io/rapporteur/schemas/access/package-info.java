/** Tests of who is believed, to be what, and of what is noted of them. */
@NullMarked
package io.rapporteur.schemas.access;

import org.jspecify.annotations.NullMarked;
