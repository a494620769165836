/** The rolling text as a paper, in the formats of the compilation's. */
@NullMarked
package io.rapporteur.aggregation.rolling.paper;

import org.jspecify.annotations.NullMarked;
