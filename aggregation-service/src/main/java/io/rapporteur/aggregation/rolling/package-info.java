/**
 * The rolling text: what is proposed on each item in one language, identical texts together, and
 * the item with its alternatives in square brackets.
 */
@NullMarked
package io.rapporteur.aggregation.rolling;

import org.jspecify.annotations.NullMarked;
