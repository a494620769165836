package io.rapporteur.schemas.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLimitTest {

  private final TextLimit limit = TextLimit.characters(20_000);

  @Test
  void countsCharactersOutsideTheBasicPlaneOnce() {
    assertThat(limit.fault("\uD83D\uDD4A".repeat(20_000))).isEmpty();
    assertThat(limit.fault("\uD83D\uDD4A".repeat(20_001))).contains("20001 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\u0000b", "a\u0007", "a\u0085b", "a\uD800b", "\uDC00", "a\uFFFE", "\uFDD0"})
  void refusesWhatHasNoPlaceInAnExchange(String text) {
    assertThat(limit.fault(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\u00A0\u2003"})
  void refusesWhatSaysNothing(String text) {
    assertThat(limit.fault(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"line\nline", "a\tb", "نص \u200Fعربي", "\u2067x\u2069", "中文"})
  void takesWhatPeopleWrite(String text) {
    assertThat(limit.fault(text)).isEmpty();
  }
}
