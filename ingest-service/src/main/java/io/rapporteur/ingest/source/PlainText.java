package io.rapporteur.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Opens plain text. Words that a line end cuts are put together in the first of the two lines;
 * headers and page numbers that came along from pages are told apart. Stateless.
 */
public final class PlainText {

  private PlainText() {}

  /** Opens a text of any encoding that is known, within the standard limits. */
  public static SourceResult open(byte[] bytes) {
    return Sources.guarded(() -> read(bytes, Optional.empty(), Limits.standard()));
  }

  static Source read(byte[] bytes, Optional<String> encoding, Limits limits) {
    EncodedText encoded = EncodedText.of(bytes, encoding);
    // One more than the limit is enough to be refused for it.
    List<String> texts =
        new ArrayList<>(encoded.text().lines().limit(limits.lines() + 1L).toList());
    new Hyphenation(texts).mend(texts);
    Set<Integer> running = RunningLines.in(texts);
    var lines = new LineCollector(limits);
    for (int i = 0; i < texts.size(); i++) {
      if (running.contains(i)) {
        lines.running(texts.get(i));
      } else {
        lines.printed(0, texts.get(i));
      }
    }
    return lines.source(Format.TEXT, encoded.encoding());
  }
}
