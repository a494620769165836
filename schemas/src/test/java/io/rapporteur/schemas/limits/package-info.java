/** Tests of budgets and of the time that a request may take. */
@NullMarked
package io.rapporteur.schemas.limits;

import org.jspecify.annotations.NullMarked;
