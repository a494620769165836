/** The Kafka door of the secretariat's work: events, and the view of them. */
@NullMarked
package io.rapporteur.aggregation.secretariat.kafka;

import org.jspecify.annotations.NullMarked;
