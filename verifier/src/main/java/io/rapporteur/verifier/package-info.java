/** Checks receipts against editions; needs files, and none of our services. */
@NullMarked
package io.rapporteur.verifier;

import org.jspecify.annotations.NullMarked;
