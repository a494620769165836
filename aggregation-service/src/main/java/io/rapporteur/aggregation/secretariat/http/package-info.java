/** The HTTP doors of the secretariat's work, and of the board that it opens. */
@NullMarked
package io.rapporteur.aggregation.secretariat.http;

import org.jspecify.annotations.NullMarked;
