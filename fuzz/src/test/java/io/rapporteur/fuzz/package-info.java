/**
 * What strangers could send, tried by a coverage-guided fuzzer; and what must hold whatever they
 * send.
 */
@NullMarked
package io.rapporteur.fuzz;

import org.jspecify.annotations.NullMarked;
