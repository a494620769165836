package io.rapporteur.schemas.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Tries of a password: so many at once for a key, and one more after each pause. For each process
 * by itself; who was not seen for the longest time is forgotten first. Thread-safe.
 */
public final class Tries {

  private final int atOnce;
  private final Duration pause;
  private final TimeMeter time;
  private final Cache<String, Bucket> buckets;

  /**
   * @param atOnce tries before the first pause
   * @param pause after which one more may follow
   * @param kept keys that are remembered at most
   */
  public Tries(int atOnce, Duration pause, int kept) {
    this(atOnce, pause, kept, TimeMeter.SYSTEM_MILLISECONDS);
  }

  Tries(int atOnce, Duration pause, int kept, TimeMeter time) {
    this.atOnce = atOnce;
    this.pause = pause;
    this.time = time;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(kept)
            .expireAfterAccess(pause.multipliedBy(atOnce + 1L))
            .build();
  }

  /** Takes a try; answers how long to wait if there is none. */
  public Optional<Duration> take(String key) {
    ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** Gives all tries back, after one that was right. */
  public void forgive(String key) {
    buckets.invalidate(key);
  }

  private Bucket bucket(String key) {
    return Objects.requireNonNull(
        buckets.get(
            key,
            unseen ->
                Bucket.builder()
                    .addLimit(Bandwidth.builder().capacity(atOnce).refillGreedy(1, pause).build())
                    .withCustomTimePrecision(time)
                    .build()));
  }
}
