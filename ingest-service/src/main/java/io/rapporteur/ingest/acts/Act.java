package io.rapporteur.ingest.acts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who did what at a door, and what was answered; nothing of what was said.
 *
 * @param at when it was answered
 * @param participant of a delegation
 * @param door method and path, with names in the place of ids
 * @param things ids that the path names, and of what was made
 * @param status of the answer, HTTP
 * @param note in a word what it was besides
 */
public record Act(
    String id,
    Instant at,
    String account,
    String role,
    Optional<String> participant,
    String door,
    List<String> things,
    int status,
    Optional<String> note) {}
