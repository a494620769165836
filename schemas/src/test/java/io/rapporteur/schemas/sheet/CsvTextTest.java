package io.rapporteur.schemas.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1", "+1", "-1", "@SUM", "\t=1", "\n=1", "\uFF1D1", "'=1", "''-", "'", "''", "'text",
        "text", "a=1", ""
      })
  void isReadBackAsItWas(String text) {
    assertThat(CsvText.read(CsvText.written(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM", "\t=1", "\r=1", "\n=1", "\uFF1D1", "'=1"})
  void beginsWithAnApostropheWhereASpreadsheetWouldRunIt(String text) {
    assertThat(CsvText.written(text)).isEqualTo("'" + text);
  }

  @Test
  void takesAFormulaThatSomeoneTypedForTheTextThatItIs() {
    assertThat(CsvText.read("=1+1")).isEqualTo("=1+1");
  }
}
