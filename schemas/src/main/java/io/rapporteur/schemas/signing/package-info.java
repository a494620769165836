/** What services sign, so that anyone can verify it without them. */
@NullMarked
package io.rapporteur.schemas.signing;

import org.jspecify.annotations.NullMarked;
