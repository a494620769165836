/** The fold of comments and the compilation: the settings and how the parts are put together. */
@NullMarked
package io.rapporteur.aggregation;

import org.jspecify.annotations.NullMarked;
