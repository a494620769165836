package io.rapporteur.aggregation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * What happens when the fold cannot go on: the cause is logged and shown, and after a pause a new
 * thread tries the same record again. Nothing is skipped. Thread-safe.
 */
final class FoldHealth implements HealthIndicator, StreamsUncaughtExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(FoldHealth.class);
  private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(2);

  /** Longer than a try takes, so that health does not flap between two. */
  private static final Duration REMEMBERED = Duration.ofSeconds(15);

  private final Clock clock;
  private final AtomicReference<@Nullable Failure> last = new AtomicReference<>();

  FoldHealth(Clock clock) {
    this.clock = clock;
  }

  private record Failure(Instant at, String cause) {}

  @Override
  public StreamThreadExceptionResponse handle(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    LOG.error("the fold stands still and tries again", failure);
    last.set(new Failure(clock.instant(), String.valueOf(root.getMessage())));
    try {
      Thread.sleep(BEFORE_NEXT_TRY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  @Override
  public Health health() {
    @Nullable Failure failure = last.get();
    return failure != null && failure.at.plus(REMEMBERED).isAfter(clock.instant())
        ? Health.down().withDetail("halted", failure.cause).build()
        : Health.up().build();
  }
}
