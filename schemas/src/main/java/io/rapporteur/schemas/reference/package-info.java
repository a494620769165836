/** Labels of recommendations in the six languages, and the references that people write to them. */
@NullMarked
package io.rapporteur.schemas.reference;

import org.jspecify.annotations.NullMarked;
