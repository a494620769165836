package io.rapporteur.schemas.deadline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What is in time. A deadline is an instant, and its second belongs to it whole: who is told
 * "23:59:59" is in time until the clock shows another second.
 */
public final class Deadline {

  private Deadline() {}

  /** Whether what was received at an instant came after a deadline. */
  public static boolean passed(Instant deadline, Instant receivedAt) {
    return receivedAt.truncatedTo(ChronoUnit.SECONDS).isAfter(deadline);
  }
}
