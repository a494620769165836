package io.rapporteur.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.rapporteur.ingest.participants.NamesOfParticipants;
import io.rapporteur.ingest.participants.SeededParticipants;
import io.rapporteur.ingest.reading.Manifest.ListOfRecommendations;
import io.rapporteur.ingest.source.Limits;
import io.rapporteur.ingest.source.SourceResult;
import io.rapporteur.ingest.source.Sources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Shapes that real documents print, in words of our own and in all six languages, the whole way
 * from a file: a review with proposers as text, as a Word table and as a PDF with running headers;
 * letters that start again in each article; items run on in one line.
 */
class SixLanguagesTest {

  private static final Path FIXTURES = Path.of("src/test/resources/reading");
  private static final NamesOfParticipants NAMES = SeededParticipants.names();

  @ParameterizedTest
  @ValueSource(strings = {"ar", "zh", "en", "fr", "ru", "es"})
  void aReviewHasItsProposersApart(String language) throws IOException {
    assertReview(read(bytes("review", language), "review.txt", language, "115"), language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "zh", "en", "fr", "ru", "es"})
  void aReviewAsAWordTableKeepsTheOtherCells(String language) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var word = new XWPFDocument()) {
      XWPFTable table = word.createTable(1, 2);
      table.getRow(0).getCell(0).setText("Recommendation");
      table.getRow(0).getCell(1).setText("Position");
      for (String line : review(language)) {
        var row = table.createRow();
        row.getCell(0).setText(line);
        row.getCell(1).setText("position on " + line.length());
      }
      word.write(out);
    }

    Reading reading = read(out.toByteArray(), "review.docx", language, "115");

    assertReview(reading, language);
    assertThat(reading.items())
        .allMatch(
            item -> item.annotations().getOrDefault("Position", "").startsWith("position on"));
  }

  /** The font of the test has no Chinese letters. */
  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "fr", "ru", "es"})
  void aReviewAsAPdfHasNoRunningHeaderOrPageNumberInItsList(String language) throws IOException {
    List<String> lines = bytesAsLines("review", language);

    Reading reading = read(pdf(lines, language.equals("ar")), "review.pdf", language, "115");

    assertReview(reading, language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "zh", "en", "fr", "ru", "es"})
  void lettersStartAgainInEachArticle(String language) throws IOException {
    byte[] file = bytes("articles", language);

    Reading reading = read(file, "articles.txt", language, "art1.1", "art2.1");

    assertThat(reading.items())
        .extracting(Item::id)
        .containsExactly("d.art1.1.a", "d.art1.1.b", "d.art1.1.c", "d.art2.1.a", "d.art2.1.b");
    assertThat(reading.questions()).isEmpty();
    assertThat(reading.undecided()).isEmpty();
    assertThat(result(file, "articles.txt", language, "1"))
        .isInstanceOfSatisfying(
            ReadingResult.Refused.class,
            refused ->
                assertThat(refused.refusal().faults().getFirst().expected())
                    .isEqualTo("one of art1.1, art2.1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "zh", "en", "fr", "ru", "es"})
  void itemsRunOnInOneLineAreParted(String language) throws IOException {
    Reading reading = read(bytes("run-on", language), "run-on.txt", language, "2");

    assertThat(reading.items()).extracting(Item::label).containsExactly("a", "b", "c");
    assertThat(reading.items())
        .allSatisfy(item -> assertThat(item.text()).matches(".*[;؛；.。]").doesNotContain("("));
    assertThat(reading.undecided()).isEmpty();
  }

  private static void assertReview(Reading reading, String language) throws IOException {
    assertThat(reading.items())
        .extracting(Item::id)
        .containsExactly("d.115.1", "d.115.2", "d.115.3", "d.115.4");
    assertThat(reading.items())
        .extracting(
            item ->
                item.proposers().stream()
                    .map(proposer -> proposer.participant().orElse(proposer.name()))
                    .collect(Collectors.joining(" ")))
        .containsExactly("pe es", "ve", "eg ba no", "mk");
    List<String> printed =
        review(language).stream()
            .map(line -> line.replaceFirst("^\\S+? ", ""))
            .map(line -> line.replaceAll("[ ]?[(（].*?[)）]+(?=\\s?[;؛；.。])", ""))
            .toList();
    assertThat(reading.items()).extracting(Item::text).containsExactlyElementsOf(printed);
    assertThat(reading.questions()).isEmpty();
    assertThat(reading.undecided()).isEmpty();
  }

  private static List<String> review(String language) throws IOException {
    return bytesAsLines("review", language).stream()
        .filter(line -> line.matches("(115|١١٥)[.-](\\p{Nd}) .*"))
        .toList();
  }

  private static byte[] pdf(List<String> lines, boolean rightToLeft) throws IOException {
    var out = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    builder.defaultTextDirection(
        rightToLeft ? PdfRendererBuilder.TextDirection.RTL : PdfRendererBuilder.TextDirection.LTR);
    builder.useFont(
        () ->
            SixLanguagesTest.class.getResourceAsStream(
                "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf"),
        "DejaVu");
    String style =
        "@page{size:180mm 45mm;margin:12mm;@top-left{content:'A/HRC/1/2'}"
            + "@bottom-right{content:counter(page)}}body{font:10pt DejaVu;margin:0}";
    builder.withHtmlContent(
        "<html dir='%s'><head><style>%s</style></head><body>%s</body></html>"
            .formatted(
                rightToLeft ? "rtl" : "ltr",
                style,
                lines.stream().map(l -> "<p>" + l + "</p>").collect(Collectors.joining())),
        null);
    builder.toStream(out);
    builder.run();
    return out.toByteArray();
  }

  private static byte[] bytes(String shape, String language) throws IOException {
    return Files.readAllBytes(FIXTURES.resolve(shape + "." + language + ".txt"));
  }

  private static List<String> bytesAsLines(String shape, String language) throws IOException {
    return new String(bytes(shape, language), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }

  private static Reading read(byte[] file, String name, String language, String... lists) {
    ReadingResult result = result(file, name, language, lists);
    assertThat(result).isInstanceOf(ReadingResult.Read.class);
    return ((ReadingResult.Read) result).reading();
  }

  private static ReadingResult result(byte[] file, String name, String language, String... lists) {
    SourceResult source =
        new Sources(Limits.standard()).open(file, name, Optional.empty(), Optional.empty());
    assertThat(source).isInstanceOf(SourceResult.Opened.class);
    var manifest =
        new Manifest(
            "d",
            "D/1",
            Map.of(),
            language,
            false,
            Arrays.stream(lists).map(p -> new ListOfRecommendations(p, "", Map.of())).toList());
    return ReportReader.read(((SourceResult.Opened) source).source(), manifest, NAMES);
  }
}
