package io.rapporteur.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.ingest.source.Format;
import io.rapporteur.ingest.source.Line;
import io.rapporteur.ingest.source.Refusal.Fault;
import io.rapporteur.ingest.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Public documents, row by row of the table beside them; see {@link RealReports}. */
class RealReportsReadingTest {

  @Test
  void theResolutionHasListsWithinItsParagraphsAndNumeralsWithinTheirItems() {
    Reading reading = RealReports.read("S_RES_687_1991.en.txt", "en", "8", "9", "24");

    assertThat(labels(reading, "8")).containsExactly("a", "b");
    assertThat(labels(reading, "9")).containsExactly("a", "b", "b.i", "b.ii", "b.iii");
    assertThat(labels(reading, "24")).containsExactly("a", "b", "c", "d");
    assertThat(reading.sections())
        .extracting(section -> section.headings().get("en"))
        .containsExactly("C", "C", "F");
    assertThat(labels(RealReports.read("S_RES_687_1991.en.txt", "en", "F.24"), "f.24"))
        .containsExactly("a", "b", "c", "d");
    assertThat(new Outline(RealReports.source("S_RES_687_1991.en.txt")).paragraphs().count())
        .isEqualTo(34);
    assertThat(reading.undecided()).isEmpty();
    assertThat(reading.items()).allSatisfy(item -> assertThat(item.text()).matches(".*[;:]"));
  }

  @Test
  void theConventionOfCapeTownGoesPastZAndNothingIsMergedAcrossArticles() {
    Reading reading = RealReports.read("CapeTown2001.en.md", "en", "art1", "art2.2", "art2.3");

    List<String> expected = new ArrayList<>(letters(13));
    expected.addAll(List.of("m.i", "m.ii", "m.iii"));
    expected.addAll(letters(40).subList(13, 40));
    assertThat(labels(reading, "art1")).isEqualTo(expected);
    assertThat(labels(reading, "art2.2")).containsExactly("a", "b", "c");
    assertThat(labels(reading, "art2.3")).containsExactly("a", "b", "c");
    assertThat(reading.undecided()).isEmpty();
  }

  @Test
  void theLettersOfTheConventionOfCapeTownStartAgainInEachArticleAndEachLineIsOneItem() {
    Source source = RealReports.source("CapeTown2001.en.md");
    var outline = new Outline(source);
    int items = 0;
    for (int article = 1; article <= 60; article++) {
      Block block = outline.block("art" + article).orElseThrow();
      List<String> found = new ArrayList<>();
      for (String list : lists(source, "en", article)) {
        Reading reading = ((ReadingResult.Read) RealReports.result(source, "en", list)).reading();
        List<String> labels = labels(reading, list);
        List<String> letters = labels.stream().filter(label -> label.indexOf('.') < 0).toList();
        assertThat(letters).as(list).isEqualTo(letters(letters.size()));
        assertThat(reading.undecided()).as(list).isEmpty();
        found.addAll(labels);
      }
      long printed =
          IntStream.range(block.from(), block.to())
              .filter(line -> block.text(line).matches("\\s*\\(?[a-z]{1,4}\\) .*"))
              .count();
      assertThat(found).as("article " + article).hasSize((int) printed);
      items += found.size();
    }
    System.out.println("Cape Town: " + items + " items");
  }

  @Test
  void theDisabilitiesConventionHasTheSamePreambleInEnglishAndChinese() {
    Reading english = RealReports.read("CRPD.en.txt", "en", "preamble");
    Reading chinese = RealReports.read("CRPD.zh.txt", "zh", "preamble");

    assertThat(labels(english, "preamble")).isEqualTo(letters(25));
    assertThat(labels(chinese, "preamble")).isEqualTo(letters(25));
    assertThat(english.undecided()).isEmpty();
    assertThat(chinese.undecided()).isEmpty();
  }

  /**
   * In its articles the English text has lost the numbers and letters, so that labels cannot be
   * compared there; but each paragraph and item is a line of its own. The Chinese text runs them on
   * in one line. Articles 1 and 2 are not in lists in either.
   */
  @Test
  void eachArticleHasAsManyItemsInChineseAsTheEnglishHasLinesAndNoneIsShifted() {
    Source english = RealReports.source("CRPD.en.txt");
    Source chinese = RealReports.source("CRPD.zh.txt");
    int lists = 0;
    for (int article = 3; article <= 50; article++) {
      int items = 0;
      for (String list : lists(chinese, "zh", article)) {
        Reading reading = ((ReadingResult.Read) RealReports.result(chinese, "zh", list)).reading();
        assertThat(reading.questions()).as(list).isEmpty();
        assertThat(reading.undecided()).as(list).isEmpty();
        assertThat(reading.items().getFirst().label()).as(list).isEqualTo("a");
        items += reading.items().size();
        lists++;
      }
      assertThat(lines(chinese, article) + items)
          .as("article " + article)
          .isEqualTo(lines(english, article));
    }
    assertThat(lists).isEqualTo(25);
  }

  @Test
  void ofAnEnglishArticleWithoutLettersEachListIsRefusedByItsNameAndNoneIsInvented() {
    Source english = RealReports.source("CRPD.en.txt");
    Source chinese = RealReports.source("CRPD.zh.txt");
    List<String> lists = new ArrayList<>();
    for (int article = 3; article <= 43; article++) {
      lists.addAll(lists(chinese, "zh", article));
    }

    var refused =
        (ReadingResult.Refused) RealReports.result(english, "en", lists.toArray(String[]::new));

    assertThat(refused.refusal().faults()).extracting(Fault::value).isEqualTo(lists);
  }

  /** The lists of an article by their names. */
  private static List<String> lists(Source source, String language, int article) {
    return IntStream.rangeClosed(0, 15)
        .mapToObj(n -> n == 0 ? "art" + article : "art" + article + "." + n)
        .filter(name -> !name.equals("art" + article) || !numbered(source, article))
        .filter(name -> RealReports.result(source, language, name) instanceof ReadingResult.Read)
        .toList();
  }

  private static boolean numbered(Source source, int article) {
    Block block = new Outline(source).block("art" + article).orElseThrow();
    return new Paragraphs(source, block.from(), block.to(), true).count() > 0;
  }

  private static int lines(Source source, int article) {
    Block block = new Outline(source).block("art" + article).orElseThrow();
    return (int)
        IntStream.range(block.from(), block.to())
            .filter(line -> !block.text(line).isBlank())
            .count();
  }

  @Test
  void theFlattenedReviewGivesAllItsRecommendationsAndInventsNone() {
    Reading reading =
        RealReports.read("UPR_Albania_2014.flattened.en.txt", "en", "104", "105", "106");

    assertThat(labels(reading, "104")).isEqualTo(numbers(105));
    assertThat(labels(reading, "105")).isEqualTo(numbers(37));
    assertThat(labels(reading, "106")).isEqualTo(numbers(23));
    assertThat(reading.items()).allSatisfy(item -> assertThat(item.proposers()).isNotEmpty());
    assertThat(reading.items())
        .flatExtracting(Item::proposers)
        .allMatch(proposer -> proposer.participant().isPresent());
    assertThat(reading.questions())
        .extracting(Question::kind)
        .contains(QuestionKind.UNPLACED_FOOTNOTE);
  }

  @Test
  void theListsOfTheReviewAreProposedAndNoOthers() {
    assertThat(ListProposals.in(RealReports.source("UPR_Albania_2014.flattened.en.txt"), "en"))
        .extracting(ListProposals.Proposal::paragraph)
        .containsExactly("104", "105", "106");
    assertThat(ListProposals.in(RealReports.source("S_RES_687_1991.en.txt"), "en")).isEmpty();
  }

  /**
   * Columns: place, document, then labels and lines of English, French, Spanish, Arabic, Russian,
   * Chinese.
   */
  @Test
  void eachLabelOfFiveHundredLinesInSixLanguagesIsRecognizedAsItIsPrinted() throws IOException {
    List<String> languages = List.of("en", "fr", "es", "ar", "ru", "zh");
    List<String> lines = Files.readAllLines(RealReports.file("labelled-lines.six-languages.tsv"));
    List<String> otherwise = new ArrayList<>();
    Map<String, Integer> labels = new TreeMap<>();
    for (String line : lines) {
      String[] cells = line.split("\t", -1);
      for (int language = 0; language < 6; language++) {
        String label = cells[2 + language];
        if (!label.isEmpty()) {
          labels.merge(languages.get(language), 1, Integer::sum);
          String recognized = recognized(cells[8 + language]);
          if (!recognized.equals(bare(label))) {
            otherwise.add(languages.get(language) + " " + label + " as " + recognized);
          }
        }
      }
    }

    System.out.println("labelled lines: " + labels + ", otherwise " + otherwise);
    assertThat(lines).hasSize(500);
    assertThat(labels)
        .isEqualTo(Map.of("en", 457, "fr", 252, "es", 270, "ar", 461, "ru", 488, "zh", 465));
    assertThat(otherwise).isEmpty();
  }

  /** Digits in ASCII and letters, nothing else: {@code 13 -} is 13, {@code (ب)} is ب. */
  private static String bare(String label) {
    var bare = new StringBuilder();
    label
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : Character.toLowerCase(c))
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }

  private static String recognized(String line) {
    if (Paragraphs.number(line) > 0) {
      return String.valueOf(Paragraphs.number(line));
    }
    if (!Headings.key(line).isEmpty()) {
      return bare(Headings.key(line));
    }
    var source = new Source(Format.TEXT, "UTF-8", List.of(Line.printed(1, line)));
    var block = new Block(source, "", "", "", 1, 0, 2);
    List<Mark> marks = Marks.in(block, new Notes(block));
    return !marks.isEmpty() && marks.getFirst().start() == 0
        ? bare(marks.getFirst().printed())
        : "";
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
}
