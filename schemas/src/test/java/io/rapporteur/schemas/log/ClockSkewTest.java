package io.rapporteur.schemas.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClockSkewTest {

  private final ClockSkew skew = new ClockSkew();

  @Test
  void isNothingWhileTheBrokersTimeLiesBetweenSendingAndAcknowledgement() {
    skew.observe(1_000, 1_400, 6_000);

    assertThat(skew.last()).isZero();
    assertThat(skew.tolerated()).isTrue();
  }

  @Test
  void isToleratedUpToASecondAndNotBeyond() {
    skew.observe(10_000, 9_000, 10_010);
    assertThat(skew.last()).hasMillis(-1_000);
    assertThat(skew.tolerated()).isTrue();

    skew.observe(10_000, 11_011, 10_010);
    assertThat(skew.last()).hasMillis(1_001);
    assertThat(skew.tolerated()).isFalse();
  }
}
