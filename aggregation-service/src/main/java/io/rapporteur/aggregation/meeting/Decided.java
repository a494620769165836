package io.rapporteur.aggregation.meeting;

import java.time.Instant;
import java.util.Optional;

/**
 * A decision as it stands in the row of an entry.
 *
 * @param step revision of the meeting that recorded it
 * @param decidedAt when it was taken in the room
 * @param enteredAt when it was recorded
 * @param by client id of who recorded it
 * @param correction why it does not stand any more
 */
public record Decided(
    int step,
    Decision decision,
    Instant decidedAt,
    Instant enteredAt,
    String by,
    Optional<Correction> correction) {

  /**
   * That what was recorded was wrong.
   *
   * @param step revision of the meeting that recorded the correction
   */
  public record Correction(int step, String reason) {}

  /** Whether it has not been corrected. */
  boolean stands() {
    return correction.isEmpty();
  }

  Decided corrected(int byStep, String reason) {
    return new Decided(
        step, decision, decidedAt, enteredAt, by, Optional.of(new Correction(byStep, reason)));
  }
}
