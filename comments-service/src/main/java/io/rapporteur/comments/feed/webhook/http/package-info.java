/** The doors at which webhooks are registered and released, and by which they are called. */
@NullMarked
package io.rapporteur.comments.feed.webhook.http;

import org.jspecify.annotations.NullMarked;
