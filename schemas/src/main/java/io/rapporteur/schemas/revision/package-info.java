/** The one rule that decides which event counts, and the identities that it rests on. */
@NullMarked
package io.rapporteur.schemas.revision;

import org.jspecify.annotations.NullMarked;
