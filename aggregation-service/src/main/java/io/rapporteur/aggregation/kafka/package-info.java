/** The Kafka door of aggregation: its one view of the log, and the publication of editions. */
@NullMarked
package io.rapporteur.aggregation.kafka;

import org.jspecify.annotations.NullMarked;
