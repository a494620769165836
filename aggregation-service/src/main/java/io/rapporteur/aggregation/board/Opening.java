package io.rapporteur.aggregation.board;

import java.time.Instant;
import java.util.Optional;

/**
 * A board that the Bureau decided to open.
 *
 * @param decision reference to the decision
 * @param procedure id of the silence procedure by which it was taken
 */
public record Opening(
    Audience audience, String decision, Optional<String> procedure, Instant openedAt) {}
