package io.rapporteur.identity.account.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

  @ParameterizedTest
  @EnumSource
  void everyLanguageHasEveryWord(PageLanguage language) {
    assertThat(Words.of(language).keySet()).isEqualTo(Words.of(PageLanguage.EN).keySet());
    assertThat(Words.of(language).values()).noneMatch(String::isBlank);
  }

  /** An apostrophe of ASCII would hide the numbers of a sentence. */
  @ParameterizedTest
  @EnumSource
  void aSentenceHasItsNumberInIt(PageLanguage language) {
    for (String name : new String[] {"too_short", "too_long", "too_many_tries", "codes_left"}) {
      assertThat(Words.say(language, name, 7)).containsAnyOf("7", "٧").doesNotContain("{");
    }
    assertThat(Words.of(language).values()).noneMatch(sentence -> sentence.contains("'"));
  }
}
