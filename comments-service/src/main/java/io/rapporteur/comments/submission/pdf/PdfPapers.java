package io.rapporteur.comments.submission.pdf;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.submission.PrintedNames;
import io.rapporteur.comments.submission.Submission;
import io.rapporteur.comments.submission.SubmissionPapers;
import io.rapporteur.comments.submission.Submissions;
import io.rapporteur.comments.table.Agenda;
import io.rapporteur.comments.table.Agendas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Submissions as PDF (openhtmltopdf, PDFBox). Fonts are embedded as far as they are used, so that the
 * document reads alike everywhere. Thread-safe.
 */
public final class PdfPapers implements SubmissionPapers {

  private static final String TEXT = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf";
  private static final String BOLD = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans-Bold.ttf";
  private static final String HAN = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";

  static {
    // It logs what it cannot read, and that could be what someone wrote.
    XRLog.setLoggingEnabled(false);
  }

  private final Submissions submissions;
  private final Agendas agendas;
  private final PrintedNames names;

  /** Prints from these. */
  public PdfPapers(Submissions submissions, Agendas agendas, PrintedNames names) {
    this.submissions = submissions;
    this.agendas = agendas;
    this.names = names;
  }

  @Override
  public byte[] pdf(Submission submission) {
    List<Revision> comments = submissions.comments(submission.id());
    Optional<Agenda> agenda = agendas.agenda(submission.first().consultation());
    return pdf(new Paper(submission, comments, agenda, names).markup());
  }

  static byte[] pdf(Markup markup) {
    var out = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.usePdfVersion(1.7f);
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    builder.defaultTextDirection(PdfRendererBuilder.TextDirection.LTR);
    builder.useFont(() -> font(TEXT), "Text");
    builder.useFont(
        () -> font(BOLD), "Text", 700, PdfRendererBuilder.FontStyle.NORMAL, true);
    if (markup.holdsHan()) {
      builder.useFont(() -> font(HAN), "Han");
    }
    // Nothing is fetched: what is printed is all in the markup.
    builder.useUriResolver((base, uri) -> null);
    builder.withHtmlContent(markup.toString(), null);
    builder.toStream(out);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("submission: cannot be printed", e);
    }
    return out.toByteArray();
  }

  private static InputStream font(String path) {
    return Objects.requireNonNull(PdfPapers.class.getResourceAsStream(path), path);
  }
}
