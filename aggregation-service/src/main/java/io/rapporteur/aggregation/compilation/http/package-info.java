/** The HTTP door of the compilation. */
@NullMarked
package io.rapporteur.aggregation.compilation.http;

import org.jspecify.annotations.NullMarked;
