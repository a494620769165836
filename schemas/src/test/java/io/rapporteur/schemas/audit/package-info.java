/** Tests of the trail of acts. */
@NullMarked
package io.rapporteur.schemas.audit;

import org.jspecify.annotations.NullMarked;
