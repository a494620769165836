package io.rapporteur.schemas.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * One bucket of tokens for each key, as many of them as may be kept: who was not seen for the
 * longest time is forgotten first, and begins with a full bucket. Thread-safe.
 */
final class Budgets {

  private final Budget budget;
  private final TimeMeter time;
  private final Cache<String, Bucket> buckets;

  Budgets(Budget budget, int kept, TimeMeter time) {
    this.budget = budget;
    this.time = time;
    // After the time of a whole refill a bucket is as good as a new one.
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(kept)
            .expireAfterAccess(
                Duration.ofSeconds(Math.ceilDiv(budget.burst(), budget.perSecond()) + 1L))
            .build();
  }

  Budget budget() {
    return budget;
  }

  /** Takes one request out of a budget. */
  Taken take(String key) {
    Bucket bucket = Objects.requireNonNull(buckets.get(key, unseen -> full()));
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return new Taken(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        Duration.ofNanos(probe.getNanosToWaitForReset()),
        Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** Gives one request back, never beyond a full bucket. */
  void giveBack(String key) {
    Objects.requireNonNull(buckets.get(key, unseen -> full())).addTokens(1);
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(budget.burst())
                .refillGreedy(budget.perSecond(), Duration.ofSeconds(1))
                .build())
        .withCustomTimePrecision(time)
        .build();
  }

  /**
   * How it stands after a request.
   *
   * @param within whether the request was within the budget
   * @param remaining requests that may follow at once
   * @param untilFull until the budget is full again
   * @param untilNext until the next request may come; nothing if it was within the budget
   */
  record Taken(boolean within, long remaining, Duration untilFull, Duration untilNext) {

    /** As an item of {@code RateLimit}. */
    String state(Budget budget) {
      return String.format(
          Locale.ROOT, "\"%s\";r=%d;t=%d", budget.name(), remaining, seconds(untilFull));
    }

    /** Whole seconds, rounded up. */
    static long seconds(Duration duration) {
      return Math.ceilDiv(duration.toMillis(), 1000L);
    }
  }
}
