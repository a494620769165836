package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.source.Source;
import io.rapporteur.schemas.revision.CanonicalJson;
import java.time.Instant;

/**
 * The file that a report was read from.
 *
 * @param name as its author calls it
 * @param digest SHA-256, 64 hexadecimal digits
 * @param format as found in it: text, pdf, docx or html; empty where an earlier version kept none
 * @param encoding of text and HTML, its IANA name; empty for others
 * @param readAt when it was read
 */
public record SourceFile(
    String name, String digest, String format, String encoding, Instant readAt) {

  /** A file that was opened. */
  static SourceFile of(String name, byte[] file, Source source, Instant readAt) {
    return new SourceFile(
        name, CanonicalJson.sha256(file), source.format().word(), source.encoding(), readAt);
  }
}
