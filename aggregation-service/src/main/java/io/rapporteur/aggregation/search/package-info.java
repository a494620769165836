/** Searching items, entries of the draft and comments, each as far as its reader may see it. */
@NullMarked
package io.rapporteur.aggregation.search;

import org.jspecify.annotations.NullMarked;
