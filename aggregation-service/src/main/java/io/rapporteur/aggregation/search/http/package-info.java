/** The door of the search. */
@NullMarked
package io.rapporteur.aggregation.search.http;

import org.jspecify.annotations.NullMarked;
