package io.rapporteur.aggregation.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.Content.Translation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslatedTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN | Courtesy translation into French by the secretariat, not official",
        "AR | ترجمة إلى الفرنسية أعدتها الأمانة على سبيل المجاملة، غير رسمية",
        "ZH | 秘书处提供的法文参考译文，非正式",
        "FR | Traduction de courtoisie du secrétariat (français), non officielle",
        "RU | Перевод секретариата, предоставленный для удобства, неофициальный (французский)",
        "ES | Traducción de cortesía al francés de la secretaría, no oficial"
      })
  void saysWhoseItIsAndThatItIsNotOfficialInEachLanguage(UnLanguage language, String label) {
    List<TranslatedText> printed = TranslatedText.of(said(), Words.in(language));

    assertThat(printed)
        .extracting(TranslatedText::text)
        .containsExactly("un", "deux", "trois", "quatre");
    assertThat(printed).extracting(TranslatedText::language).containsOnly("fr", "es");
    assertThat(printed.get(1).label()).isEqualTo(label);
    // Nobody takes one for the author's, nor a proposed text for a rationale.
    assertThat(printed).extracting(TranslatedText::label).doesNotHaveDuplicates();
    assertThat(printed.getFirst().label()).contains("Mission of Egypt");
  }

  private static Content said() {
    return new Content(
        "substantive",
        "not-stated",
        "one",
        "en",
        List.of(
            new Translation("es", "un", "Mission of Egypt"),
            new Translation(
                "fr",
                "deux",
                Translation.SECRETARIAT,
                Optional.of(
                    new Content.Added(Optional.of("trois"), Optional.of("quatre"), false)))),
        Optional.of("three"),
        Optional.of("en"),
        Optional.of("four"),
        Optional.empty(),
        List.of());
  }
}
