/** Receipts and their fate, and the proof that an edition holds what was receipted. */
@NullMarked
package io.rapporteur.aggregation.receipts;

import org.jspecify.annotations.NullMarked;
