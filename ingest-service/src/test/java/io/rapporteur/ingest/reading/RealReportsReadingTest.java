package io.rapporteur.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rapporteur.ingest.reading.Manifest.ListOfRecommendations;
import io.rapporteur.ingest.reading.Reading.Item;
import io.rapporteur.ingest.reading.Reading.QuestionKind;
import io.rapporteur.ingest.source.Format;
import io.rapporteur.ingest.source.Line;
import io.rapporteur.ingest.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Public documents, row by row of the table beside them. They are not ours and stand outside of the
 * project, in {@code shared/reports} or where {@code RAPPORTEUR_REPORTS} says; without them the
 * tests are skipped.
 */
class RealReportsReadingTest {

  private static final Path FOLDER =
      Path.of(
          Objects.requireNonNullElse(System.getenv("RAPPORTEUR_REPORTS"), "../../shared/reports"));

  @Test
  void theResolutionHasListsWithinItsParagraphsAndNumeralsWithinTheirItems() throws IOException {
    Reading reading = read("S_RES_687_1991.en.txt", "en", "8", "9", "24");

    assertThat(labels(reading, "8")).containsExactly("a", "b");
    assertThat(labels(reading, "9")).containsExactly("a", "b", "b.i", "b.ii", "b.iii");
    assertThat(labels(reading, "24")).containsExactly("a", "b", "c", "d");
    assertThat(reading.sections().getFirst().headings()).containsEntry("en", "C");
    assertThat(reading.undecided()).isEmpty();
    assertThat(reading.items()).allSatisfy(item -> assertThat(item.text()).matches(".*[;:]"));
  }

  @Test
  void theConventionOfCapeTownGoesPastZAndNothingIsMergedAcrossArticles() throws IOException {
    Reading reading = read("CapeTown2001.en.md", "en", "art1", "art2.2", "art2.3");

    List<String> expected = new ArrayList<>(letters(13));
    expected.addAll(List.of("m.i", "m.ii", "m.iii"));
    expected.addAll(letters(40).subList(13, 40));
    assertThat(labels(reading, "art1")).isEqualTo(expected);
    assertThat(labels(reading, "art2.2")).containsExactly("a", "b", "c");
    assertThat(labels(reading, "art2.3")).containsExactly("a", "b", "c");
    assertThat(reading.undecided()).isEmpty();
  }

  @Test
  void theDisabilitiesConventionHasTheSameItemsInEnglishAndChinese() throws IOException {
    Reading english = read("CRPD.en.txt", "en", "preamble");
    Reading chinese = read("CRPD.zh.txt", "zh", "preamble", "art3", "art8.2");

    assertThat(labels(english, "preamble")).isEqualTo(letters(25));
    assertThat(labels(chinese, "preamble")).isEqualTo(labels(english, "preamble"));
    assertThat(labels(chinese, "art3")).isEqualTo(letters(8));
    assertThat(labels(chinese, "art8.2"))
        .containsExactly("a", "a.i", "a.ii", "a.iii", "b", "c", "d");
    assertThat(chinese.undecided()).isEmpty();
  }

  @Test
  void theFlattenedReviewGivesAllItsRecommendationsAndInventsNone() throws IOException {
    Reading reading = read("UPR_Albania_2014.flattened.en.txt", "en", "104", "105", "106");

    assertThat(labels(reading, "104")).isEqualTo(numbers(105));
    assertThat(labels(reading, "105")).isEqualTo(numbers(37));
    assertThat(labels(reading, "106")).isEqualTo(numbers(23));
    assertThat(reading.items()).allSatisfy(item -> assertThat(item.proposers()).isNotEmpty());
    assertThat(reading.questions())
        .extracting(Reading.Question::kind)
        .contains(QuestionKind.UNPLACED_FOOTNOTE);
  }

  @Test
  void theListsOfTheReviewAreProposedAndNoOthers() throws IOException {
    assertThat(ListProposals.in(source("UPR_Albania_2014.flattened.en.txt"), "en"))
        .extracting(ListProposals.Proposal::paragraph)
        .containsExactly("104", "105", "106");
    assertThat(ListProposals.in(source("S_RES_687_1991.en.txt"), "en")).isEmpty();
  }

  /**
   * Columns: place, document, then labels and lines of English, French, Spanish, Arabic, Russian,
   * Chinese.
   */
  @Test
  void labelsOfSixLanguagesAreRecognizedInFiveHundredLines() throws IOException {
    int labels = 0;
    List<String> unknown = new ArrayList<>();
    for (String line : Files.readAllLines(file("labelled-lines.six-languages.tsv"))) {
      String[] cells = line.split("\t", -1);
      for (int language = 0; language < 6 && cells.length >= 14; language++) {
        String label = cells[2 + language];
        String text = cells[8 + language];
        if (!label.isEmpty() && text.startsWith(label)) {
          labels++;
          if (!recognized(text)) {
            unknown.add(label);
          }
        }
      }
    }

    System.out.printf(
        "labelled lines: %d labels, not recognized %d: %s%n", labels, unknown.size(), unknown);
    assertThat(labels).isGreaterThan(1_000);
    assertThat(unknown.size()).isLessThan(labels / 50);
  }

  private static boolean recognized(String line) {
    if (Paragraphs.number(line) > 0 || !Headings.key(line).isEmpty()) {
      return true;
    }
    var source = new Source(Format.TEXT, "UTF-8", List.of(Line.printed(1, line)));
    var block = new Block(source, "", "", "", 1, 0, 2);
    List<Mark> marks = Marks.in(block, new Notes(block));
    return !marks.isEmpty() && marks.getFirst().start() == 0;
  }

  private static List<String> labels(Reading reading, String paragraph) {
    return reading.items().stream()
        .filter(item -> item.paragraph().equals(paragraph))
        .map(Item::label)
        .toList();
  }

  private static List<String> letters(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Series.LETTERS::label).toList();
  }

  private static List<String> numbers(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
  }

  private static Reading read(String name, String language, String... lists) throws IOException {
    var manifest =
        new Manifest(
            "d",
            "D/1",
            Map.of(),
            language,
            false,
            Arrays.stream(lists).map(p -> new ListOfRecommendations(p, "", Map.of())).toList());
    return ((ReadingResult.Read) ReportReader.read(source(name), manifest)).reading();
  }

  /**
   * Some of the files hold bytes that are not UTF-8: they are replaced, as far as this test goes.
   */
  private static Source source(String name) throws IOException {
    String text = new String(Files.readAllBytes(file(name)), StandardCharsets.UTF_8);
    List<Line> lines = new ArrayList<>();
    text.lines().forEach(line -> lines.add(Line.printed(lines.size() + 1, line)));
    return new Source(Format.TEXT, "UTF-8", lines);
  }

  private static Path file(String name) {
    Path file = FOLDER.resolve(name);
    assumeTrue(Files.exists(file), "without " + file);
    return file;
  }
}
