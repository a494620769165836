package io.rapporteur.schemas.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TriesTest {

  private final SetTime time = new SetTime();
  private final Tries tries = new Tries(5, Duration.ofMinutes(1), 1_000, time);

  @Test
  void afterFiveTriesOneMoreFollowsEachMinute() {
    IntStream.range(0, 5).forEach(i -> assertThat(tries.take("eg.1")).isEmpty());

    assertThat(tries.take("eg.1")).contains(Duration.ofMinutes(1));
    time.pass(Duration.ofMinutes(1));
    assertThat(tries.take("eg.1")).isEmpty();
    assertThat(tries.take("eg.1")).isPresent();
    assertThat(tries.take("eg.2")).isEmpty();
  }

  @Test
  void aTryThatWasRightGivesTheOthersBack() {
    IntStream.range(0, 5).forEach(i -> assertThat(tries.take("eg.1")).isEmpty());

    tries.forgive("eg.1");

    assertThat(tries.take("eg.1")).isEmpty();
  }
}
