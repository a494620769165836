/** The Kafka door: the events that ingest writes, and its view of them. */
@NullMarked
package io.rapporteur.ingest.kafka;

import org.jspecify.annotations.NullMarked;
