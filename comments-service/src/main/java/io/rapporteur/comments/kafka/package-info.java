/** The desk's Kafka door: its events, and its view of the log. */
@NullMarked
package io.rapporteur.comments.kafka;

import org.jspecify.annotations.NullMarked;
