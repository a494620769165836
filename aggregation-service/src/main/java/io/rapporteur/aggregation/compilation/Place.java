package io.rapporteur.aggregation.compilation;

import java.time.Instant;

/**
 * Where an event stands in the comments' log, in terms that a restore keeps.
 *
 * @param partition from 0
 * @param rank how many committed records stand before it in its partition
 * @param receivedUpTo the latest time of receipt of it and of all before it in its partition
 */
public record Place(int partition, long rank, Instant receivedUpTo) {}
