/** Receipts: what a delegation keeps as proof of what it handed in, and when. */
@NullMarked
package io.rapporteur.comments.receipt;

import org.jspecify.annotations.NullMarked;
