package io.rapporteur.comments.submission;

import java.time.Instant;

/**
 * How a submission arrived that the secretariat entered for a participant.
 *
 * @param arrivedAt lateness is judged by this, not by the time of entry
 * @param reference for instance the number of the note
 * @param clerk who entered it
 */
public record Registration(Channel channel, Instant arrivedAt, String reference, String clerk) {}
