/**
 * Courtesy translations that the secretariat adds to the texts of comments: the rules, in plain
 * Java.
 */
@NullMarked
package io.rapporteur.aggregation.translation;

import org.jspecify.annotations.NullMarked;
