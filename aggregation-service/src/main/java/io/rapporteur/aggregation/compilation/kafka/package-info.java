/** The Kafka door of the compilation: its view of the log, and the publication of editions. */
@NullMarked
package io.rapporteur.aggregation.compilation.kafka;

import org.jspecify.annotations.NullMarked;
