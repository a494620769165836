/** The desk's Kafka door: its events, and its view of the log. */
@NullMarked
package io.rapporteur.comments.submission.kafka;

import org.jspecify.annotations.NullMarked;
