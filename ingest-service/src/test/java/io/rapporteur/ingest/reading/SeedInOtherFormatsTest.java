package io.rapporteur.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.rapporteur.ingest.reading.Manifest.ListOfRecommendations;
import io.rapporteur.ingest.source.Limits;
import io.rapporteur.ingest.source.SourceResult;
import io.rapporteur.ingest.source.Sources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The seed report made into other formats, right to left, is read as its text is. */
class SeedInOtherFormatsTest {

  private static final String DOCUMENT = "unodc-ccpcj-eg.4-2020-2";
  private static List<String> lines;
  private static Reading fromText;

  @BeforeAll
  static void read() throws IOException {
    lines = Files.readAllLines(Path.of("../seeds", DOCUMENT + ".ar.txt"));
    fromText = reading("seed.txt", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsTheSameItemsFromAWordDocument() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var word = new XWPFDocument()) {
      for (String line : lines) {
        var paragraph = word.createParagraph();
        paragraph.getCTP().addNewPPr().addNewBidi();
        paragraph.createRun().setText(line);
      }
      word.write(out);
    }

    assertSameItems(reading("seed.docx", out.toByteArray()));
  }

  @Test
  void readsTheSameItemsFromAWebPage() {
    assertSameItems(reading("seed.html", html("").getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The layout breaks lines anew, 247/74 among them; the footnote that cuts 13(b) has the size of
   * the text.
   */
  @Test
  void readsTheSameItemsFromAPdf() throws IOException {
    assertSameItems(reading("seed.pdf", pdf(html("body{font:10pt DejaVu}"))));
  }

  /** As the printed report has it: the footnote in smaller type at the foot of the page. */
  @Test
  void readsTheSameItemsFromAPdfWithItsFootnoteAtTheFootOfThePage() throws IOException {
    int note = firstLine("(1) إن مصطلح");
    String style =
        "@page{size:A4;margin:25mm}body{font:10pt DejaVu}sup{font-size:60%}"
            + ".note{margin-top:20mm;font-size:7pt;page-break-after:always}";
    String body =
        paragraphs(lines.subList(0, note)).replace("⁽¹⁾", "<sup>1</sup>")
            + "<div class='note'>"
            + paragraphs(lines.subList(note, note + 5)).replaceFirst("\\(1\\)", "<sup>1</sup>")
            + "</div>"
            + paragraphs(lines.subList(note + 5, lines.size()));

    Reading reading = reading("seed.pdf", pdf(page(style, body)));

    assertSameIds(reading);
    assertThat(reading.undecided()).isEmpty();
    assertThat(reading.items())
        .extracting(SeedInOtherFormatsTest::words)
        .containsExactlyElementsOf(
            fromText.items().stream().map(SeedInOtherFormatsTest::words).toList());
    Item a = reading.items().getFirst();
    assertThat(a.footnotes()).hasSize(1);
    assertThat(a.footnotes().getFirst().offset())
        .isEqualTo(fromText.items().getFirst().footnotes().getFirst().offset());
  }

  private static int firstLine(String start) {
    for (int line = 0; line < lines.size(); line++) {
      if (lines.get(line).startsWith(start)) {
        return line;
      }
    }
    throw new AssertionError(start);
  }

  private static byte[] pdf(String html) throws IOException {
    var out = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    builder.defaultTextDirection(PdfRendererBuilder.TextDirection.RTL);
    builder.useFont(
        () ->
            SeedInOtherFormatsTest.class.getResourceAsStream(
                "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf"),
        "DejaVu");
    builder.withHtmlContent(html, null);
    builder.toStream(out);
    builder.run();
    return out.toByteArray();
  }

  private static void assertSameItems(Reading reading) {
    assertSameIds(reading);
    assertThat(reading.undecided()).isEmpty();
    assertThat(reading.items())
        .extracting(SeedInOtherFormatsTest::words)
        .containsExactlyElementsOf(
            fromText.items().stream().map(SeedInOtherFormatsTest::words).toList());
    assertThat(reading.items())
        .extracting(SeedInOtherFormatsTest::repairs)
        .containsExactlyElementsOf(
            fromText.items().stream().map(SeedInOtherFormatsTest::repairs).toList());
    assertThat(reading.items())
        .flatExtracting(Item::footnotes)
        .hasSize(1)
        .allSatisfy(footnote -> assertThat(footnote.text().lines()).hasSize(3));
  }

  /** Each repair but for the line where it was made. */
  private static List<String> repairs(Item item) {
    return item.repairs().stream()
        .map(
            repair ->
                repair.kind()
                    + " "
                    + repair.printed()
                    + " "
                    + repair.taken().replaceAll("\\d+", ""))
        .toList();
  }

  private static void assertSameIds(Reading reading) {
    assertThat(reading.items())
        .extracting(Item::id)
        .containsExactlyElementsOf(fromText.items().stream().map(Item::id).toList())
        .hasSize(117);
  }

  /** What it says, whatever the spaces between. */
  private static String words(Item item) {
    return item.id() + " " + item.text().replaceAll("\\s+", " ").strip();
  }

  private static String html(String style) {
    return page(style, paragraphs(lines));
  }

  private static String paragraphs(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.isBlank())
        .map(line -> "<p>" + escaped(line) + "</p>")
        .collect(Collectors.joining("\n"));
  }

  private static String escaped(String line) {
    return line.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static String page(String style, String body) {
    return "<html lang='ar' dir='rtl'><head><meta charset='utf-8'/><title>seed</title><style>%s</style></head><body>%s</body></html>"
        .formatted(style, body);
  }

  private static Reading reading(String name, byte[] file) {
    SourceResult source =
        new Sources(Limits.standard()).open(file, name, Optional.empty(), Optional.empty());
    assertThat(source).isInstanceOf(SourceResult.Opened.class);
    ReadingResult result =
        ReportReader.read(
            ((SourceResult.Opened) source).source(),
            new Manifest(
                DOCUMENT,
                "UNODC/CCPCJ/EG.4/2020/2",
                Map.of(),
                "ar",
                true,
                List.of(
                    new ListOfRecommendations("13", "2", Map.of()),
                    new ListOfRecommendations("14", "3", Map.of()))));
    assertThat(result).isInstanceOf(ReadingResult.Read.class);
    return ((ReadingResult.Read) result).reading();
  }
}
