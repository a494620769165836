package io.rapporteur.aggregation.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line over what has been agreed so far. */
class StatusLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Agreed so far, status of 7 April 18:00, unofficial
          fr | Texte convenu à ce jour, état au 7 avril 18:00, non officiel
          es | Convenido hasta la fecha, situación al 7 de abril 18:00, no oficial
          ru | Согласовано на данный момент, по состоянию на 7 апреля 18:00, неофициально
          zh | 迄今商定的案文，截至4月7日 18:00，非正式
          ar | ما اتُّفق عليه حتى الآن، الحالة في 7 أبريل الساعة 18:00، غير رسمي
          """)
  void saysTheTimeOfTheMeetingInTheLanguageOfThePage(String language, String line) {
    Instant at = Instant.parse("2021-04-07T16:00:00Z");

    assertThat(StatusLine.of(at, ZoneId.of("Europe/Vienna"), language)).isEqualTo(line);
  }
}
