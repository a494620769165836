package io.rapporteur.schemas.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private static final Instant NOW = Instant.parse("2021-01-01T00:00:00Z");

  private final RetryPolicy policy =
      new RetryPolicy(60, Duration.ofMinutes(1), Duration.ofHours(6));

  @Test
  void doublesTheWaitUpToTheLongest() {
    RandomGenerator none = () -> 0;

    assertThat(policy.next(1, NOW, none)).contains(NOW.plus(Duration.ofMinutes(1)));
    assertThat(policy.next(2, NOW, none)).contains(NOW.plus(Duration.ofMinutes(2)));
    assertThat(policy.next(4, NOW, none)).contains(NOW.plus(Duration.ofMinutes(8)));
    assertThat(policy.next(59, NOW, none)).contains(NOW.plus(Duration.ofHours(6)));
  }

  @Test
  void shortensAWaitByChanceToNoLessThanHalf() {
    var chance = new SplittableRandom(2026);

    for (int i = 0; i < 1_000; i++) {
      assertThat(policy.next(3, NOW, chance).orElseThrow())
          .isBetween(NOW.plus(Duration.ofMinutes(2)), NOW.plus(Duration.ofMinutes(4)));
    }
  }

  @Test
  void givesUpAfterTheLastTry() {
    assertThat(policy.next(60, NOW, new SplittableRandom(1))).isEmpty();
  }
}
