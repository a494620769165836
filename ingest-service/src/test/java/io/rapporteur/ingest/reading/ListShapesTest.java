package io.rapporteur.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.ingest.reading.Manifest.ListOfRecommendations;
import io.rapporteur.ingest.source.Format;
import io.rapporteur.ingest.source.Line;
import io.rapporteur.ingest.source.Refusal;
import io.rapporteur.ingest.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shapes of lists that the documents of the six languages print, in words of our own. */
class ListShapesTest {

  private static final Path FIXTURES = Path.of("src/test/resources/reading");
  private static final RecognizingParticipants NAMES =
      name ->
          Optional.ofNullable(
              Map.of(
                      "Peru", "pe",
                      "Spain", "es",
                      "Bosnia and Herzegovina", "ba",
                      "Venezuela (Bolivarian Republic of)", "ve")
                  .get(name));

  @ParameterizedTest
  @CsvSource({"en", "fr", "es", "ru", "zh", "ar"})
  void haveTheSameItemsInSixLanguages(String language) throws IOException {
    Reading reading = read(fixture("shapes." + language + ".txt"), language, "2");

    assertThat(reading.items())
        .extracting(Item::label)
        .containsExactly("a", "b", "b.i", "b.ii", "c", "c-bis", "d");
    assertThat(reading.items()).extracting(Item::id).contains("d.2.b.ii", "d.2.c-bis");
    assertThat(reading.undecided()).isEmpty();
    assertThat(reading.questions()).isEmpty();
  }

  @Test
  void placesMarkersThatAreRaisedAndThoseThatAreNotInOneText() {
    Reading reading =
        read(
            text(
                "1. The meeting recommends:",
                "(a) That registers2 be kept¹ in order.",
                "(1) First note.",
                "(2) Second note.",
                "2. Closed."),
            "en",
            "1");

    assertThat(reading.items().getFirst().text()).isEqualTo("That registers be kept in order.");
    assertThat(reading.items().getFirst().footnotes())
        .containsExactly(
            new Footnote("2", "Second note.", 14), new Footnote("1", "First note.", 22));
  }

  @Test
  void aMissingItemIsAGapAndShiftsNothing() {
    Reading reading =
        read(text("1. List:", "(a) One;", "(b) Two;", "(d) Four;", "(e) Five."), "en", "1");

    assertThat(reading.items()).extracting(Item::label).containsExactly("a", "b", "d", "e");
    assertThat(reading.questions())
        .containsExactly(
            new Question(
                QuestionKind.GAP, 4, "before d the series has c, the list has not", List.of("c")));
  }

  @Test
  void whatASecondPathReadsOtherwiseIsUndecidedWithItsAlternatives() {
    Reading reading = read(text("1. List:", "(k) One;", "(l) Two;", "(n) Three."), "en", "1");

    Item last = reading.items().getLast();
    assertThat(last.undecided()).isTrue();
    assertThat(last.alternatives()).isNotEmpty();
    assertThat(reading.undecided()).containsExactly(last);
  }

  @Test
  void aSeriesMayStartInTheMiddleAndGoPastZ() {
    List<String> lines = new ArrayList<>(List.of("1. List:"));
    for (int n = 14; n <= 40; n++) {
      lines.add("(" + Series.LETTERS.label(n) + ") Item;");
    }

    Reading reading = read(text(lines.toArray(String[]::new)), "en", "1");

    assertThat(reading.items()).extracting(Item::label).startsWith("n").endsWith("nn").hasSize(27);
    assertThat(reading.questions())
        .extracting(Question::kind)
        .containsExactly(QuestionKind.STARTS_IN_THE_MIDDLE);
  }

  @Test
  void aNumeralIsALetterWhereTheSequenceSaysSo() {
    Reading reading =
        read(
            text(
                "1. List:",
                "(a) A;",
                "(b) B;",
                "(c) C;",
                "(d) D;",
                "(e) E;",
                "(f) F;",
                "(g) G;",
                "(h) H:",
                "(i) one;",
                "(ii) two;",
                "(i) I;",
                "(j) J."),
            "en",
            "1");

    assertThat(reading.items())
        .extracting(Item::label)
        .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "h.i", "h.ii", "i", "j");
  }

  @Test
  void itemsPutInLaterKeepTheirLetters() {
    Reading reading =
        read(
            text("1. Liste :", "a) A ;", "ab) AB ;", "ac) AC ;", "b) B ;", "ba) BA ;", "c) C."),
            "fr",
            "1");

    assertThat(reading.items())
        .extracting(Item::label)
        .containsExactly("a", "ab", "ac", "b", "ba", "c");
    assertThat(reading.undecided()).isEmpty();
  }

  @Test
  void lettersOfSoftwareAreMappedByTheirPlace() {
    String letters = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
    List<String> lines = new ArrayList<>(List.of("1- القائمة:"));
    letters.chars().forEach(c -> lines.add("(" + (char) c + ") بند؛"));
    lines.add("(أأ) بند.");

    Reading reading = read(text(lines.toArray(String[]::new)), "ar", "1");

    assertThat(reading.items()).extracting(Item::label).hasSize(29).endsWith("aa", "bb", "cc");
  }

  @Test
  void aLetterThatTheSeriesHasNotIsShownAndNotMergedInSilence() {
    Reading reading = read(text("1. Lista:", "n) Ene;", "ñ) Eñe;", "o) O."), "es", "1");

    assertThat(reading.questions())
        .extracting(Question::kind)
        .contains(QuestionKind.LABEL_NOT_TAKEN);
  }

  @Test
  void recommendationsOfAReviewStandApartFromTheirProposers() {
    List<String> lines =
        new ArrayList<>(List.of("115. The recommendations below will be examined:"));
    for (int n = 1; n <= 163; n++) {
      lines.add("115." + n + ". Take measure " + n + " without delay, in the light");
      lines.add("of its own plans (Peru, Venezuela (Bolivarian Republic of), Bosnia and");
      lines.add("Herzegovina and Spain);");
    }
    lines.add("116. The meeting closed.");

    Reading reading = read(text(lines.toArray(String[]::new)), "en", "115");

    assertThat(reading.items()).hasSize(163);
    assertThat(reading.items().getLast().id()).isEqualTo("d.115.163");
    assertThat(reading.items())
        .allSatisfy(
            item -> {
              assertThat(item.text()).endsWith("in the light of its own plans;");
              assertThat(item.proposers())
                  .extracting(Proposer::participant)
                  .containsExactly(
                      Optional.of("pe"), Optional.of("ve"), Optional.of("ba"), Optional.of("es"));
            });
    assertThat(reading.questions()).isEmpty();
  }

  @Test
  void rowsOfAThematicTableKeepTheirOtherCells() {
    List<Line> rows =
        List.of(
            row(1, "Recommendation", "Position", "Themes"),
            row(2, "Theme: water"),
            row(3, "115.2 Build wells (Peru);", "Supported", "Water"),
            row(4, "115.1 Mend pipes (Spain);", "Noted", "Water\nHealth"));

    Reading reading = read(new Source(Format.DOCX, "", rows), "en", "115");

    assertThat(reading.items()).extracting(Item::label).containsExactly("1", "2");
    assertThat(reading.items().getFirst().annotations())
        .containsEntry("Position", "Noted")
        .containsEntry("Themes", "Water\nHealth")
        .containsEntry("heading", "Theme: water");
    assertThat(reading.items().getFirst().proposers())
        .containsExactly(new Proposer("Spain", Optional.of("es")));
  }

  @Test
  void labelsThatTheFormatMakesAreReadAsPrinted() {
    List<Line> lines =
        List.of(
            paragraph(1, 0, "1.", "The group recommends:"),
            paragraph(2, 1, "(a)", "To begin;"),
            paragraph(3, 2, "(i)", "With care;"),
            paragraph(4, 2, "(ii)", "In time;"),
            paragraph(5, 1, "(b)", "To end¹."),
            new Line(6, 0, Line.Kind.FOOTNOTE, 0, "1", "In the end.", List.of()));

    Reading reading = read(new Source(Format.DOCX, "", lines), "en", "1");

    assertThat(reading.items()).extracting(Item::label).containsExactly("a", "a.i", "a.ii", "b");
    assertThat(reading.items().getLast().footnotes()).hasSize(1);
    assertThat(reading.items().getLast().text()).isEqualTo("To end.");
  }

  @Test
  void aBareNumberIsRefusedWhereItStartsAgainInEachArticle() {
    Source source =
        text(
            "Article 1",
            "1. First:",
            "(a) A;",
            "(b) B.",
            "Article 2",
            "1. Second:",
            "(a) A;",
            "(b) B.");

    assertThat(ReportReader.read(source, manifest("en", "1")))
        .isInstanceOf(ReadingResult.Refused.class);
    assertThat(read(source, "en", "art2.1").items())
        .extracting(Item::id)
        .containsExactly("d.art2.1.a", "d.art2.1.b");
  }

  @Test
  void proposesTheListsOfTheSeedAndNotItsAgenda() throws IOException {
    Source seed = source(Path.of("../seeds/unodc-ccpcj-eg.4-2020-2.ar.txt"));

    assertThat(ListProposals.in(seed, "ar"))
        .extracting(ListProposals.Proposal::paragraph)
        .containsExactly("13", "14");
  }

  @Test
  void readsFiftyThousandItemsOfOneList() {
    List<String> lines = new ArrayList<>(List.of("115. List:"));
    IntStream.rangeClosed(1, 50_000).forEach(n -> lines.add("115." + n + " Item (Peru);"));
    Source source = text(lines.toArray(String[]::new));

    Reading reading = read(source, "en", "115");

    assertThat(reading.items()).hasSize(50_000);
  }

  @Test
  void refusesAListThatIsNamedTwice() {
    Source source = text("1. List:", "(a) One;", "(b) Two.");

    var refused = (ReadingResult.Refused) ReportReader.read(source, manifest("en", "1", "1"));

    assertThat(refused.refusal().faults())
        .containsExactly(new Refusal.Fault("lists.paragraph", "1", "each list once"));
  }

  @Test
  void refusesTwoListsThatHoldTheSameItem() {
    Source source =
        text("Article 5", "1. First:", "2. Second:", "(a) One;", "(b) Two;", "3. Third.");

    var refused =
        (ReadingResult.Refused) ReportReader.read(source, manifest("en", "art5", "art5.2"));

    assertThat(refused.refusal().faults())
        .extracting(Refusal.Fault::value)
        .containsExactly("d.art5.2.a", "d.art5.2.b");
  }

  @Test
  void anAdditionToALabelStandsOnce() {
    Source source =
        text(
            "1. List:", "(a) One;", "(a bis) Two;", "(a ter) Three;", "(a bis) Four;", "(b) Five.");

    Reading reading = read(source, "en", "1");

    assertThat(reading.items()).extracting(Item::label).containsExactly("a", "a-bis", "a-ter", "b");
    assertThat(reading.questions())
        .extracting(Question::kind)
        .contains(QuestionKind.LABEL_NOT_TAKEN);
  }

  @Test
  void readsNumbersOfATableInDigitsOfAnyScript() {
    Source source =
        new Source(
            Format.DOCX,
            "",
            List.of(row(1, "No.", "Text"), row(2, "115.\uD804\uDC67", "To meet (Peru)")));

    assertThat(read(source, "en", "115").items()).extracting(Item::label).containsExactly("1");
  }

  private static Line row(int number, String... cells) {
    return new Line(number, 0, Line.Kind.ROW, 0, "", String.join(" | ", cells), List.of(cells));
  }

  private static Line paragraph(int number, int depth, String label, String text) {
    return new Line(number, 0, Line.Kind.PARAGRAPH, depth, label, text, List.of());
  }

  private static Source fixture(String name) throws IOException {
    return source(FIXTURES.resolve(name));
  }

  private static Source source(Path path) throws IOException {
    return text(Files.readAllLines(path).toArray(String[]::new));
  }

  private static Source text(String... texts) {
    List<Line> lines = new ArrayList<>();
    for (String text : texts) {
      lines.add(Line.printed(lines.size() + 1, text));
    }
    return new Source(Format.TEXT, "UTF-8", lines);
  }

  private static Manifest manifest(String language, String... paragraphs) {
    return new Manifest(
        "d",
        "D/1",
        Map.of(),
        language,
        false,
        Arrays.stream(paragraphs)
            .map(paragraph -> new ListOfRecommendations(paragraph, "", Map.of()))
            .toList());
  }

  private static Reading read(Source source, String language, String paragraph) {
    return ((ReadingResult.Read) ReportReader.read(source, manifest(language, paragraph), NAMES))
        .reading();
  }
}
