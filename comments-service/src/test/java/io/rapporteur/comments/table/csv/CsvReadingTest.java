package io.rapporteur.comments.table.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapporteur.comments.comment.Position;
import io.rapporteur.comments.table.FilledRow;
import io.rapporteur.comments.table.NoTableException;
import io.rapporteur.comments.table.Reading;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void readsWhatSpreadsheetsOfDifferentCountriesWrite(String delimiter) throws Exception {
    Reading reading =
        read(
            "\uFEFFالمرجع,الموقف,التعليق\r\n".replace(",", delimiter)
                + "13(jj),تأييد,\"سطر\nآخر\"\r\n".replace(",", delimiter));

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.reference()).contains("13(jj)");
              assertThat(row.position()).isEqualTo(Position.SUPPORT);
              assertThat(row.comment()).contains("سطر\nآخر");
            });
  }

  @Test
  void countsEmptyLinesSoThatAFaultIsFoundWhereItIs() throws Exception {
    Reading reading = read("Reference,Comment,Position\n\n13(a),text,Perhaps\n13(b),text,\n");

    assertThat(reading.rows()).extracting(FilledRow::row).containsExactly(4);
    assertThat(reading.faults()).extracting(fault -> fault.fault().field()).containsExactly("C3");
  }

  @Test
  void takesAFormulaForTheTextThatItIs() throws Exception {
    Reading reading = read("Reference,Comment\n13(a),=1+1\n");

    assertThat(reading.rows()).extracting(FilledRow::comment).containsExactly(Optional.of("=1+1"));
  }

  @Test
  void refusesWhatIsNotOfUtf8AndQuotesWithoutEnd() {
    assertThatThrownBy(
            () -> CsvReading.of("Reference,Comment\n13,é".getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(NoTableException.class)
        .hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> read("Reference,Comment\n13(a),\"text\n"))
        .isInstanceOf(NoTableException.class)
        .hasMessageContaining("quote");
  }

  private static Reading read(String text) throws NoTableException {
    return CsvReading.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
