/**
 * How much a caller may ask, and how long it may take to ask: budgets by account and by address,
 * and a total time for the reading of a request.
 */
@NullMarked
package io.rapporteur.schemas.limits;

import org.jspecify.annotations.NullMarked;
