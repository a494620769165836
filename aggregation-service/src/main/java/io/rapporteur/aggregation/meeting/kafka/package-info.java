/** The Kafka door of meetings: events, and the view of them. */
@NullMarked
package io.rapporteur.aggregation.meeting.kafka;

import org.jspecify.annotations.NullMarked;
