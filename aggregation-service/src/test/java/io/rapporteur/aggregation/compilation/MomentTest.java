package io.rapporteur.aggregation.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

  @Test
  void isATimeACutOrAnEdition() {
    assertThat(Moment.parse("2021-04-07T18:00:00+02:00", 2))
        .contains(new Moment.Time(Instant.parse("2021-04-07T16:00:00Z")));
    assertThat(Moment.parse("cut:3.0", 2)).contains(new Moment.At(new Cut(List.of(3L, 0L))));
    assertThat(Moment.parse("edition:Add.1", 2)).contains(new Moment.Edition("Add.1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2021-04-07", "2021-04-07T18:00:00", "cut:3", "first"})
  void isNothingElse(String name) {
    assertThat(Moment.parse(name, 2)).isEmpty();
  }
}
