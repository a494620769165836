package io.rapporteur.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunningLinesTest {

  @Test
  void areTheSymbolOfTheDocumentAndThePageNumberBesideIt() {
    assertThat(
            RunningLines.in(
                List.of(
                    "(a) One", "A/HRC/1/2", "12", "goes on;", "13", "", "A/HRC/1/2", "(b) Two")))
        .containsExactlyInAnyOrder(1, 2, 4, 6);
    assertThat(RunningLines.in(List.of("(a) One", "A/HRC/1/2 12", "goes on;"))).containsExactly(1);
  }

  @Test
  void areNoWordsAndNoNumberAndNoSymbolThatStandsAlone() {
    assertThat(RunningLines.in(List.of("(a) See", "A/HRC/1/2", "and", "12", "others;"))).isEmpty();
  }
}
