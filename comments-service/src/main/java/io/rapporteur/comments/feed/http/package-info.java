/** The door at which the feed is read. */
@NullMarked
package io.rapporteur.comments.feed.http;

import org.jspecify.annotations.NullMarked;
