package io.rapporteur.schemas.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a failed delivery is tried again: the wait doubles with each try, up to the longest, and is
 * then shortened by chance to between half and whole, so that a server that comes back is not met
 * by all at once. Pure but for the chance that it is given.
 *
 * @param tries how many are made in all
 * @param firstWait after the first failure
 * @param longestWait between any two tries
 */
public record RetryPolicy(int tries, Duration firstWait, Duration longestWait) {

  private static final int LARGEST_SHIFT = 20;

  /**
   * From when the next try may be made; empty if there is none.
   *
   * @param made tries so far, from 1
   */
  public Optional<Instant> next(int made, Instant now, RandomGenerator chance) {
    if (made >= tries) {
      return Optional.empty();
    }
    long doubled = firstWait.toMillis() << Math.min(made - 1, LARGEST_SHIFT);
    long wait = Math.min(doubled, longestWait.toMillis());
    return Optional.of(now.plusMillis(wait - (long) (wait / 2.0 * chance.nextDouble())));
  }
}
