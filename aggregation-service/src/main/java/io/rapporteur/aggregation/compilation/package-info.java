/** The compilation: what stands, in which order, for whom, with which digest. Plain Java. */
@NullMarked
package io.rapporteur.aggregation.compilation;

import org.jspecify.annotations.NullMarked;
