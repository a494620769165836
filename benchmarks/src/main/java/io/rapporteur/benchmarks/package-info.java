/** Runs the benchmarks and prints what they say: each measure beside its baseline. */
@NullMarked
package io.rapporteur.benchmarks;

import org.jspecify.annotations.NullMarked;
