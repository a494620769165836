package io.rapporteur.ingest.participants;

/**
 * A participant as it stands in the log.
 *
 * @param revision of its card
 * @param by client that recorded it last
 */
public record Recorded(Participant card, int revision, String by) {}
