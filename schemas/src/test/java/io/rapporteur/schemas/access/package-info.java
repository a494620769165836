/** Tests of who is believed, and to be what. */
@NullMarked
package io.rapporteur.schemas.access;

import org.jspecify.annotations.NullMarked;
