/** The doors at which what is published is taken elsewhere: the feed and the bundle. */
@NullMarked
package io.rapporteur.aggregation.publication.http;

import org.jspecify.annotations.NullMarked;
