package io.rapporteur.comments.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberListTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "36 | 36",
        " 36, 38-40 | 36 38 39 40",
        "٣٦، ٣٨–٤٠ | 36 38 39 40",
        "36; 36 37 | 36 37",
        "３６、３８ | 36 38"
      })
  void readsNumbersInTheDigitsAndCommasOfSixLanguages(String text, String numbers) {
    assertThat(NumberList.read(text).orElseThrow())
        .isEqualTo(Arrays.stream(numbers.split(" ")).map(Integer::valueOf).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"13(a)", "40-38", "36,", "1-999999", "thirty-six", "-5", "1234567"})
  void takesNothingElseForANumber(String text) {
    assertThat(NumberList.read(text)).isEmpty();
  }
}
