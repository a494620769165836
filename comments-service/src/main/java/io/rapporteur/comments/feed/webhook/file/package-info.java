/** The key that the secrets of webhooks are made with, in a file. */
@NullMarked
package io.rapporteur.comments.feed.webhook.file;

import org.jspecify.annotations.NullMarked;
