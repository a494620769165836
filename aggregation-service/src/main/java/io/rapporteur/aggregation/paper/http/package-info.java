/** The doors at which papers are asked for: at once, or as exports that are fetched later. */
@NullMarked
package io.rapporteur.aggregation.paper.http;

import org.jspecify.annotations.NullMarked;
