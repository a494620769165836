package io.rapporteur.schemas.log;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far the clock of this service is from the broker's, learned from each append: the broker's
 * time on the record must lie between sending and acknowledgement. Deadlines are decided by this
 * clock, so over {@link #TOLERATED} the service calls itself unhealthy. Thread-safe.
 */
public final class ClockSkew {

  /** The difference that is tolerated. */
  public static final Duration TOLERATED = Duration.ofSeconds(1);

  private final AtomicLong millis = new AtomicLong();

  void observe(long sent, long atBroker, long acknowledged) {
    millis.set(
        atBroker < sent ? atBroker - sent : atBroker > acknowledged ? atBroker - acknowledged : 0);
  }

  /** The difference at the last append; positive if the broker's clock is ahead. */
  public Duration last() {
    return Duration.ofMillis(millis.get());
  }

  /** Whether deadlines decided here can be trusted. */
  public boolean tolerated() {
    return last().abs().compareTo(TOLERATED) <= 0;
  }
}
