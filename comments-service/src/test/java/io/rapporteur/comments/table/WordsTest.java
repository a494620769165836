package io.rapporteur.comments.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

  /** What a list of a spreadsheet holds, commas included. */
  private static final int LONGEST_LIST = 255;

  @ParameterizedTest
  @EnumSource
  void nameEachThingOnceInEachLanguage(UnLanguage language) {
    Words words = Words.in(language);

    for (List<String> names :
        List.of(headings(words), kinds(words), positions(words), languages(words))) {
      assertThat(names).doesNotHaveDuplicates().allSatisfy(name -> assertThat(name).isNotBlank());
    }
    assertThat(words.sheet()).hasSizeBetween(1, 31);
  }

  @ParameterizedTest
  @EnumSource
  void fitTheListsOfASpreadsheet(UnLanguage language) {
    Words words = Words.in(language);

    for (List<String> list : List.of(kinds(words), positions(words), languages(words))) {
      assertThat(String.join(",", list)).hasSizeLessThanOrEqualTo(LONGEST_LIST);
      assertThat(list).noneMatch(word -> word.contains(","));
    }
  }

  private static List<String> headings(Words words) {
    return Arrays.stream(Column.values()).map(words::heading).toList();
  }

  private static List<String> kinds(Words words) {
    return Arrays.stream(Kind.values()).map(words::kind).toList();
  }

  private static List<String> positions(Words words) {
    return Stream.of(Position.values())
        .filter(position -> position != Position.NOT_STATED)
        .map(words::position)
        .toList();
  }

  private static List<String> languages(Words words) {
    return Arrays.stream(UnLanguage.values()).map(words::language).toList();
  }
}
