/** The index of the search, by Lucene. */
@NullMarked
package io.rapporteur.aggregation.search.lucene;

import org.jspecify.annotations.NullMarked;
