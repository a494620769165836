package io.rapporteur.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.rapporteur.ingest.reading.Manifest.ListOfRecommendations;
import io.rapporteur.ingest.reading.Reading.Item;
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

  @Test
  void findsTheSame117ItemsInAPdf() throws IOException {
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
    builder.withHtmlContent(html("body{font:10pt DejaVu}"), null);
    builder.toStream(out);
    builder.run();

    Reading made = reading("seed.pdf", out.toByteArray());
    assertSameIds(made);
    // On the page the footnote of 13(a), which cuts 13(b), looks like items of the list: its own
    // (b)
    // and (c) begin lines. The reader says that it is not sure of just these two.
    assertThat(made.undecided()).extracting(Item::label).containsExactly("b", "c");
    assertThat(saying(made)).containsExactlyElementsOf(saying(fromText));
  }

  private static void assertSameItems(Reading reading) {
    assertSameIds(reading);
    assertThat(reading.undecided()).isEmpty();
    assertThat(reading.items())
        .extracting(SeedInOtherFormatsTest::words)
        .containsExactlyElementsOf(
            fromText.items().stream().map(SeedInOtherFormatsTest::words).toList());
  }

  private static void assertSameIds(Reading reading) {
    assertThat(reading.items())
        .extracting(Item::id)
        .containsExactlyElementsOf(fromText.items().stream().map(Item::id).toList())
        .hasSize(117);
  }

  /** What all say but the one that the footnote cuts. */
  private static List<String> saying(Reading reading) {
    return reading.items().stream()
        .filter(item -> !item.id().endsWith(".13.b"))
        .map(SeedInOtherFormatsTest::words)
        .toList();
  }

  /** What it says, whatever the spaces between. */
  private static String words(Item item) {
    return item.id() + " " + item.text().replaceAll("\\s+", " ").strip();
  }

  private static String html(String style) {
    return "<html lang='ar' dir='rtl'><head><meta charset='utf-8'/><title>seed</title><style>%s</style></head><body>%s</body></html>"
        .formatted(
            style,
            lines.stream()
                .filter(line -> !line.isBlank())
                .map(line -> "<p>" + line.replace("&", "&amp;").replace("<", "&lt;") + "</p>")
                .collect(Collectors.joining("\n")));
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
