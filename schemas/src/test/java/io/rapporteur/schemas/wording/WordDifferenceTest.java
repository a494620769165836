package io.rapporteur.schemas.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.schemas.wording.WordDifference.Kind;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDifferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|States should keep registers.|States shall keep public registers.|States [-should][+shall] keep [+public ]registers.",
        "fr|L'État tient des registres.|L'État tient à jour des registres.|L'État tient [+à jour ]des registres.",
        "es|Los Estados deberían mantener registros.|Los Estados deben mantener registros.|Los Estados [-deberían][+deben] mantener registros.",
        "ru|Государствам следует вести реестры.|Государства ведут реестры.|[-Государствам следует вести][+Государства ведут] реестры.",
        "ar|ينبغي للدول أن تحتفظ بسجلات.|ينبغي للدول الأعضاء أن تحتفظ بسجلات.|ينبغي للدول [+الأعضاء ]أن تحتفظ بسجلات.",
        "zh|各国应保存登记册。|各国应当保存公共登记册。|各国[-应][+应当]保存[+公共]登记册。",
        "en|the same|the same|the same",
        "en|gone|''|[-gone]",
        "en|''|come|[+come]"
      })
  void tellsTheWordsThatDiffer(String language, String before, String after, String expected) {
    assertThat(shown(WordDifference.between(before, after, language))).isEqualTo(expected);
  }

  @Test
  void isTheOneTextAndTheOtherToTheCharacterWhateverTheyHold() {
    var random = new Random(5);
    String[] pieces = {
      "word", " ", "  ", "السجلات", "登记册", "реестр", "é", "e\u0301", "\u202E", "𝄞", "\uD834", ",",
      "\n", "<b>"
    };
    for (int run = 0; run < 2_000; run++) {
      String before = text(random, pieces);
      String after = text(random, pieces);
      List<Stretch> stretches =
          WordDifference.between(before, after, List.of("ar", "zh", "en").get(run % 3));

      assertThat(joined(stretches, Kind.ADDED)).isEqualTo(before);
      assertThat(joined(stretches, Kind.REMOVED)).isEqualTo(after);
      assertThat(IntStream.range(1, stretches.size()))
          .allMatch(i -> stretches.get(i).kind() != stretches.get(i - 1).kind());
    }
  }

  @Test
  void takesTwoTextsOfTwentyThousandCharactersThatShareNothing() {
    String before = "كلمة ".repeat(4_000);
    String after =
        IntStream.range(0, 4_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));

    List<Stretch> stretches = WordDifference.between(before, after, "ar");

    assertThat(joined(stretches, Kind.ADDED)).isEqualTo(before);
  }

  private static String text(Random random, String[] pieces) {
    return random
        .ints(random.nextInt(12), 0, pieces.length)
        .mapToObj(i -> pieces[i])
        .collect(Collectors.joining());
  }

  private static String joined(List<Stretch> stretches, Kind without) {
    return stretches.stream()
        .filter(stretch -> stretch.kind() != without)
        .map(Stretch::text)
        .collect(Collectors.joining());
  }

  private static String shown(List<Stretch> stretches) {
    return stretches.stream()
        .map(
            stretch ->
                switch (stretch.kind()) {
                  case SAME -> stretch.text();
                  case REMOVED -> "[-" + stretch.text() + "]";
                  case ADDED -> "[+" + stretch.text() + "]";
                })
        .collect(Collectors.joining());
  }
}
