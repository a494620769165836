/** The Kafka Streams fold: from comment events to counted revisions and tallies. */
@NullMarked
package io.rapporteur.aggregation.fold;

import org.jspecify.annotations.NullMarked;
