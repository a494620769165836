package io.rapporteur.ingest.source;

import io.rapporteur.ingest.source.FootOfPage.Note;
import io.rapporteur.ingest.source.PdfPages.Pages;
import io.rapporteur.ingest.source.Refusal.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Opens PDF: its text layer, without what runs along every page, an empty line after each paragraph
 * whose end the page shows. Stateless.
 */
final class PdfFile {

  private PdfFile() {}

  static Source read(byte[] file, Limits limits) throws IOException {
    PdfStreams.hold(file, limits);
    try (PDDocument document = Loader.loadPDF(file)) {
      if (document.getNumberOfPages() > limits.pages()) {
        throw RefusedFileException.because(
            Reason.TOO_LARGE,
            document.getNumberOfPages() + " pages",
            "at most %d pages".formatted(limits.pages()));
      }
      return source(PdfPages.of(document), limits);
    } catch (InvalidPasswordException e) {
      throw RefusedFileException.because(
          Reason.ENCRYPTED, "an encrypted PDF", "a file without a password");
    }
  }

  private static Source source(Pages printed, Limits limits) {
    if (printed.lines().stream().allMatch(List::isEmpty)) {
      throw printed.hasPictures()
          ? RefusedFileException.because(
              Reason.WITHOUT_TEXT, "pictures without text", "a PDF with a text layer")
          : RefusedFileException.because(Reason.NOT_A_REPORT, "empty", "the text of a report");
    }
    float bodySize = bodySize(printed.lines());
    List<List<PrintedLine>> pages = RunningMatter.removedFrom(printed.lines());
    var hyphenation =
        new Hyphenation(pages.stream().flatMap(List::stream).map(PrintedLine::text).toList());
    List<PrintedLine> body = new ArrayList<>();
    Map<Integer, List<Note>> notes = new TreeMap<>();
    for (int i = 0; i < pages.size(); i++) {
      FootOfPage page = FootOfPage.of(pages.get(i), bodySize);
      body.addAll(page.body());
      notes.put(i + 1, page.notes());
    }
    var lines = new LineCollector(limits);
    var footnotes = new Footnotes(notes, hyphenation, lines);
    var gaps = new ParagraphGaps(body);
    PrintedLine above = null;
    for (PrintedLine line : hyphenation.joined(body)) {
      footnotes.before(line.page());
      if (above != null && gaps.between(above, line)) {
        lines.printed(line.page(), "");
      }
      lines.printed(line.page(), line.text());
      above = line;
    }
    footnotes.before(pages.size() + 1);
    return lines.source(Format.PDF, "");
  }

  /** The size that most of the text is printed in. */
  private static float bodySize(List<List<PrintedLine>> pages) {
    Map<Float, Integer> sizes = new TreeMap<>();
    pages.forEach(
        page -> page.forEach(l -> sizes.merge(l.size(), l.text().length(), Integer::sum)));
    return sizes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0f);
  }

  /** Adds the footnotes of each page after its last line. */
  private static final class Footnotes {
    private final Map<Integer, List<Note>> notes;
    private final Hyphenation hyphenation;
    private final LineCollector lines;
    private int next = 1;
    private String last = "";

    private Footnotes(
        Map<Integer, List<Note>> notes, Hyphenation hyphenation, LineCollector lines) {
      this.notes = notes;
      this.hyphenation = hyphenation;
      this.lines = lines;
    }

    private void before(int page) {
      for (; next < page; next++) {
        for (Note note : notes.getOrDefault(next, List.of())) {
          last = note.marker().isEmpty() ? last : note.marker();
          lines.footnote(next, last, hyphenation.paragraph(note.lines()));
        }
      }
    }
  }
}
