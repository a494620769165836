package io.rapporteur.aggregation.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

  private static final Path OURS =
      Path.of("src/main/resources/io/rapporteur/aggregation/paper/words.properties");
  private static final Path OF_MEETINGS = OURS.resolveSibling("meeting-words.properties");
  private static final Path OF_ROLLING_TEXTS = OURS.resolveSibling("rolling-words.properties");
  private static final Path OF_THE_DESK =
      Path.of(
          "../comments-service/src/main/resources/io/rapporteur/comments/table/words.properties");

  @ParameterizedTest
  @EnumSource
  void areThereInEachLanguage(UnLanguage language) throws IOException {
    Set<String> inEnglish = keys(UnLanguage.EN);

    assertThat(keys(language)).containsAll(inEnglish);
  }

  @Test
  void ofTablesAreThoseThatTheDeskReads() throws IOException {
    Properties desk = load(OF_THE_DESK);

    load(OURS)
        .forEach(
            (key, word) -> {
              // Observations are of the secretariat; the desk has no column for them.
              if (key.toString()
                  .matches("..\\.(column(?!\\.observation)|kind|position|language|sheet)\\b.*")) {
                assertThat(word).as(key.toString()).isEqualTo(desk.get(key));
              }
            });
  }

  @ParameterizedTest
  @CsvSource({
    "AR, 27 تموز/يوليه 2020",
    "ZH, 2020年7月27日",
    "EN, 27 July 2020",
    "FR, 27 juillet 2020",
    "RU, 27 июля 2020 года",
    "ES, 27 de julio de 2020"
  })
  void writeDatesAsDocumentsOfTheUnitedNationsDo(UnLanguage language, String written) {
    assertThat(Words.in(language).date(LocalDate.of(2020, 7, 27))).isEqualTo(written);
  }

  @Test
  void writeTheFirstOfAMonthAsFrenchDoes() {
    assertThat(Words.in(UnLanguage.FR).date(LocalDate.of(2020, 7, 1)))
        .isEqualTo("1er juillet 2020");
  }

  @ParameterizedTest
  @CsvSource({
    "EN, ar, Original: Arabic",
    "AR, ar, الأصل: بالعربية",
    "FR, zh, Original : chinois",
    "EN, pt, Original: Portuguese"
  })
  void nameTheLanguageOfAnOriginal(UnLanguage language, String tag, String said) {
    assertThat(Words.in(language).original(tag)).isEqualTo(said);
  }

  private static Set<String> keys(UnLanguage language) throws IOException {
    Set<String> keys = new TreeSet<>();
    String before = language.tag() + ".";
    for (Path file : List.of(OURS, OF_MEETINGS, OF_ROLLING_TEXTS)) {
      for (String key : load(file).stringPropertyNames()) {
        if (key.startsWith(before)) {
          keys.add(key.substring(before.length()));
        }
      }
    }
    return keys;
  }

  private static Properties load(Path file) throws IOException {
    var words = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      words.load(reader);
    }
    return words;
  }
}
