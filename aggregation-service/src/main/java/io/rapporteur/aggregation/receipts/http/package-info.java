/** The doors of the register, of manifests and of proofs. */
@NullMarked
package io.rapporteur.aggregation.receipts.http;

import org.jspecify.annotations.NullMarked;
