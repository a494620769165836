/** The door at which the secretariat translates comments. */
@NullMarked
package io.rapporteur.aggregation.translation.http;

import org.jspecify.annotations.NullMarked;
