package io.rapporteur.schemas.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last second, on days of any length. */
class DeadlineTest {

  private static final Instant CLOSES = Instant.parse("2021-03-01T22:59:59Z");

  @Test
  void theLastSecondIsInTimeToItsEnd() {
    assertThat(Deadline.passed(CLOSES, CLOSES)).isFalse();
    assertThat(Deadline.passed(CLOSES, CLOSES.plusMillis(999))).isFalse();
    assertThat(Deadline.passed(CLOSES, CLOSES.plusSeconds(1))).isTrue();
    assertThat(Deadline.passed(CLOSES.plusMillis(300), CLOSES.plusMillis(999))).isFalse();
    assertThat(Deadline.passed(CLOSES.plusMillis(300), CLOSES.plusSeconds(1))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    // Days of 23 and of 25 hours, at several ends of the world, and one of 24.
    "Europe/Vienna, 2021-03-28",
    "Europe/Vienna, 2021-10-31",
    "America/New_York, 2021-03-14",
    "America/New_York, 2021-11-07",
    "Australia/Lord_Howe, 2021-04-04",
    "Africa/Cairo, 2021-03-28"
  })
  void theLastSecondOfADayIsTheOneBeforeMidnightWhateverTheClocksDid(String zone, LocalDate day) {
    Instant closes = day.atTime(LocalTime.of(23, 59, 59)).atZone(ZoneId.of(zone)).toInstant();
    Instant midnight = day.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();

    assertThat(Deadline.passed(closes, midnight.minusMillis(1))).isFalse();
    assertThat(Deadline.passed(closes, midnight)).isTrue();
  }
}
