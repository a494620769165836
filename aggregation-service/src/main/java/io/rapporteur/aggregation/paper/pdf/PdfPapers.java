package io.rapporteur.aggregation.paper.pdf;

import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.PaperWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Papers as PDF. Fonts are embedded as far as they are used, so that the paper reads alike
 * everywhere. It is laid out in portions, which are put together in a temporary file; then each
 * page gets its number of all. The same paper is the same bytes. Thread-safe.
 */
public final class PdfPapers implements PaperWriter {

  private static final String TEXT = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf";
  private static final String BOLD = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans-Bold.ttf";
  private static final String HAN = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";
  private static final float NUMBER_SIZE = 8;
  private static final float NUMBER_ABOVE_EDGE = 28;

  static {
    // It logs what it cannot read, and that could be what someone wrote.
    XRLog.setLoggingEnabled(false);
  }

  private final Path folder;

  /**
   * Prints.
   *
   * @param folder where portions lie while a paper is made
   */
  public PdfPapers(Path folder) {
    this.folder = folder;
  }

  @Override
  public void write(Paper paper, Progress progress, OutputStream out) throws IOException {
    try (var whole = new PDDocument(inFolder())) {
      var merger = new PDFMergerUtility();
      new Sheets(paper, portion -> append(merger, whole, portion)).write(progress);
      number(whole);
      var properties = whole.getDocumentInformation();
      properties.setTitle(paper.running() + " – " + paper.title().text());
      properties.setCreator("Rapporteur");
      var date = GregorianCalendar.from(paper.date().atStartOfDay(ZoneOffset.UTC));
      properties.setCreationDate(date);
      properties.setModificationDate(date);
      whole.getDocumentCatalog().setLanguage(paper.language().tag());
      // Else it is made of the time of writing, and the same paper would be other bytes.
      whole.setDocumentId(paper.date().toEpochDay());
      whole.save(out);
    }
  }

  /** What is put together lies in the folder, too, and not where everyone's temporary files lie. */
  private StreamCacheCreateFunction inFolder() {
    return MemoryUsageSetting.setupTempFileOnly().setTempDir(folder.toFile()).streamCache;
  }

  private void append(PDFMergerUtility merger, PDDocument whole, Markup portion)
      throws IOException {
    Path file = Files.createTempFile(folder, "portion", ".pdf");
    try {
      try (OutputStream to = Files.newOutputStream(file)) {
        lay(portion, to);
      }
      try (PDDocument part = Loader.loadPDF(file.toFile())) {
        merger.appendDocument(whole, part);
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void lay(Markup markup, OutputStream out) throws IOException {
    var builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.usePdfVersion(1.7f);
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ArabicLetters());
    builder.defaultTextDirection(PdfRendererBuilder.TextDirection.LTR);
    builder.useFont(() -> font(TEXT), "Text");
    builder.useFont(() -> font(BOLD), "Text", 700, PdfRendererBuilder.FontStyle.NORMAL, true);
    if (markup.holdsHan()) {
      builder.useFont(() -> font(HAN), "Han");
    }
    // Nothing is fetched: what is printed is all in the markup.
    builder.useUriResolver((base, uri) -> null);
    builder.withHtmlContent(markup.toString(), null);
    builder.toStream(out);
    builder.run();
  }

  private static void number(PDDocument whole) throws IOException {
    PDFont font;
    try (InputStream in = font(TEXT)) {
      font = PDType0Font.load(whole, in, true);
    }
    int of = whole.getNumberOfPages();
    int number = 0;
    for (PDPage page : whole.getPages()) {
      number++;
      String text = number + "/" + of;
      float width = font.getStringWidth(text) / 1000 * NUMBER_SIZE;
      try (var content = new PDPageContentStream(whole, page, AppendMode.APPEND, true, true)) {
        content.beginText();
        content.setFont(font, NUMBER_SIZE);
        content.newLineAtOffset((page.getMediaBox().getWidth() - width) / 2, NUMBER_ABOVE_EDGE);
        content.showText(text);
        content.endText();
      }
    }
  }

  private static InputStream font(String path) {
    return Objects.requireNonNull(PdfPapers.class.getResourceAsStream(path), path);
  }
}
