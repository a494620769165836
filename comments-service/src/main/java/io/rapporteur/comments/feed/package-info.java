/**
 * What a delegation's own system follows: every act that it may see, in an order that any instance
 * tells alike, from a place that it names.
 */
@NullMarked
package io.rapporteur.comments.feed;

import org.jspecify.annotations.NullMarked;
