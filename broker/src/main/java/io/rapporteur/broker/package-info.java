/**
 * A real Kafka broker (KRaft) in the process, with the topics and access rules of the catalogue.
 */
@NullMarked
package io.rapporteur.broker;

import org.jspecify.annotations.NullMarked;
