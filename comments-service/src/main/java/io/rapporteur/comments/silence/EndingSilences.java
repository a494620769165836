package io.rapporteur.comments.silence;

import io.rapporteur.schemas.log.OutcomeUnknownException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends procedures whose silence has run out, on every instance: the log counts one of them. One
 * thread; starting and stopping are for one caller.
 */
public final class EndingSilences implements AutoCloseable {

  /**
   * How long after the end of a silence it is taken for kept: an objection that was received in its
   * last second may still be on its way into the log, and clocks differ a little.
   */
  public static final Duration GRACE = Duration.ofSeconds(60);

  private static final Logger LOG = LoggerFactory.getLogger(EndingSilences.class);
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final Silences silences;
  private final SilenceProcedure procedure;
  private final BooleanSupplier ready;
  private final Clock clock;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().name("silence-endings").daemon(true).unstarted(this::run);

  /**
   * Puts it together, not yet started.
   *
   * @param ready whether the log has been read
   */
  public EndingSilences(
      Silences silences, SilenceProcedure procedure, BooleanSupplier ready, Clock clock) {
    this.silences = silences;
    this.procedure = procedure;
    this.ready = ready;
    this.clock = clock;
  }

  /** Starts looking. */
  public void start() {
    thread.start();
  }

  private void run() {
    try {
      do {
        if (ready.getAsBoolean()) {
          look();
        }
      } while (!closing.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks once. */
  void look() {
    for (Silence silence : silences.all()) {
      try {
        // Before anything is approved, every objection that the log has is known.
        if (ranOut(silence) && silences.catchUp()) {
          Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          procedure.conclude(silence.id(), now.minus(GRACE), now);
        }
      } catch (OutcomeUnknownException e) {
        LOG.warn("silence {} is ended at the next look: {}", silence.id(), e.getMessage());
      } catch (RuntimeException e) {
        LOG.error("silence {} is ended at the next look", silence.id(), e);
      }
    }
  }

  private boolean ranOut(Silence silence) {
    return silence.ending().isEmpty()
        && silence.runsOut().filter(clock.instant().minus(GRACE)::isAfter).isPresent();
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      // What it reads from is closed next.
      thread.join(INTERVAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
