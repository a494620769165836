package io.rapporteur.schemas.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageLimitTest {

  private final PageLimit limit = new PageLimit(100, 1_000);
  private final List<Fault> faults = new ArrayList<>();

  @Test
  void isTheUsualOneForWhoDoesNotSay() {
    assertThat(limit.of(Optional.empty(), faults)).isEqualTo(100);
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1,1", "0007,7", "1000,1000"})
  void isWhatWasAskedFor(String given, int asked) {
    assertThat(limit.of(Optional.of(given), faults)).isEqualTo(asked);
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1001", "-1", "+5", "", " 1", "1e2", "99999999999999999999", "٣"})
  void isRefusedWithWhatIsExpected(String given) {
    assertThat(limit.of(Optional.of(given), faults)).isEqualTo(100);
    assertThat(faults).containsExactly(Fault.of("limit", given, "a number from 1 to 1000"));
  }
}
