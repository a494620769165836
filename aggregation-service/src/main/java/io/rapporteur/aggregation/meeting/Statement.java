package io.rapporteur.aggregation.meeting;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An explanation of position or a disassociation, recorded at the request of a participant.
 *
 * @param id revision of the meeting that first recorded it
 * @param entry entry that it is on; empty if it is on the whole
 * @param participantClass word at that time; it decides the order of print
 * @param text in the words of the participant
 * @param language of the text
 * @param statedAt when it was made in the room
 * @param enteredAt when it was recorded
 */
public record Statement(
    int id,
    Optional<String> entry,
    String participant,
    String participantClass,
    Kind kind,
    String text,
    String language,
    Instant statedAt,
    Instant enteredAt) {

  /** What it is. */
  public enum Kind {
    EXPLANATION_OF_POSITION,
    DISASSOCIATION;

    /** The word in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The same as it is recorded by a step. */
  Statement recorded(int firstStep, Instant at) {
    return new Statement(
        firstStep, entry, participant, participantClass, kind, text, language, statedAt, at);
  }
}
