/** The door at which the rolling text is read, and its groups are changed. */
@NullMarked
package io.rapporteur.aggregation.rolling.http;

import org.jspecify.annotations.NullMarked;
