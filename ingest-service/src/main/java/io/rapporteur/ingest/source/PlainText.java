package io.rapporteur.ingest.source;

import java.util.Optional;

/** Opens plain text. Stateless. */
public final class PlainText {

  private PlainText() {}

  /** Opens a text of any encoding that is known, within the standard limits. */
  public static SourceResult open(byte[] bytes) {
    return Sources.guarded(() -> read(bytes, Optional.empty(), Limits.standard()));
  }

  static Source read(byte[] bytes, Optional<String> encoding, Limits limits) {
    EncodedText encoded = EncodedText.of(bytes, encoding);
    var lines = new LineCollector(limits);
    encoded.text().lines().forEach(line -> lines.printed(0, line));
    return lines.source(Format.TEXT, encoded.encoding());
  }
}
