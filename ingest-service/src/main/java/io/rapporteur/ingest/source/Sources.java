package io.rapporteur.ingest.source;

import io.rapporteur.ingest.source.Refusal.Reason;
import io.rapporteur.ingest.source.SourceResult.Opened;
import io.rapporteur.ingest.source.SourceResult.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;

/**
 * Opens files that reports come in: plain text, PDF, DOCX and HTML.
 *
 * <p>The format is what the content is; a name or a media type that says another one is refused,
 * and so are a file over a limit, one that asks for a password, one that holds pictures of text
 * only, and one that asks its reader to do more than read it. Nothing of a file is fetched from
 * elsewhere. A fault inside a library is a refusal like any other. Thread-safe.
 */
public final class Sources {

  private static final String FORMATS = "a report in PDF, DOCX, HTML or plain text";

  private final Limits limits;

  /** Opens within limits. */
  public Sources(Limits limits) {
    this.limits = limits;
  }

  /**
   * Opens a file; one over the limit is refused before it is read.
   *
   * @param name as its author calls it
   * @param mediaType that came with it
   * @param encoding of a text or HTML file, if known; found out if not
   */
  public SourceResult open(
      Path file, String name, Optional<String> mediaType, Optional<String> encoding) {
    return guarded(
        () -> {
          refuseLarge(Files.size(file));
          return read(Files.readAllBytes(file), name, mediaType, encoding);
        });
  }

  /** Opens a file that is in memory already. */
  public SourceResult open(
      byte[] file, String name, Optional<String> mediaType, Optional<String> encoding) {
    return guarded(
        () -> {
          refuseLarge(file.length);
          return read(file, name, mediaType, encoding);
        });
  }

  private Source read(
      byte[] file, String name, Optional<String> mediaType, Optional<String> encoding)
      throws IOException, OpenXML4JException, XMLStreamException {
    Content content = Content.of(file, Claim.markdown(name, mediaType));
    refuseLie(content, "name", name, Claim.ofName(name));
    refuseLie(content, "mediaType", mediaType.orElse(""), mediaType.flatMap(Claim::ofMediaType));
    if (content.encrypted()) {
      throw RefusedFileException.because(
          Reason.ENCRYPTED, content.word(), "a file without a password");
    }
    Format format =
        content
            .format()
            .orElseThrow(
                () -> RefusedFileException.because(Reason.NOT_A_REPORT, content.word(), FORMATS));
    return switch (format) {
      case TEXT -> PlainText.read(file, encoding, limits);
      case PDF -> PdfFile.read(file, limits);
      case DOCX -> WordFile.read(file, limits);
      case HTML -> HtmlFile.read(file, encoding, limits);
    };
  }

  private void refuseLarge(long bytes) {
    if (bytes > limits.bytes()) {
      throw RefusedFileException.because(
          Reason.TOO_LARGE, bytes + " bytes", "at most %d bytes".formatted(limits.bytes()));
    }
  }

  private static void refuseLie(
      Content content, String field, String said, Optional<Format> claimed) {
    if (claimed.isPresent() && !claimed.equals(content.format())) {
      throw RefusedFileException.mismatch(
          field, said, "one of %s, which the file is".formatted(content.word()));
    }
  }

  /** Runs a reading; whatever goes wrong in it is a refusal with the cause in short words. */
  static SourceResult guarded(Callable<Source> reading) {
    try {
      return new Opened(reading.call());
    } catch (RefusedFileException e) {
      return new Refused(e.refusal());
    } catch (StackOverflowError e) {
      return Refused.because(Reason.UNSAFE, "file", "nested too deeply", FORMATS);
    } catch (OutOfMemoryError e) {
      return Refused.because(Reason.TOO_LARGE, "file", "asks for too much memory", FORMATS);
    } catch (Exception e) {
      return Refused.because(Reason.NOT_A_REPORT, "file", "damaged: " + words(e), FORMATS);
    }
  }

  private static String words(Exception e) {
    String message = e.getMessage();
    String said = message == null ? e.getClass().getSimpleName() : message;
    String printing = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return printing.length() > 120 ? printing.substring(0, 120) + "..." : printing;
  }
}
