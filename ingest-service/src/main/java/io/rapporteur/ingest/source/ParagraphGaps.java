package io.rapporteur.ingest.source;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a page leaves more room between two lines than within its paragraphs: there a paragraph
 * ends, as at an empty line of a text. A page that leaves the same room everywhere says nothing,
 * and neither does the end of a page in the middle of a sentence. Stateless.
 */
final class ParagraphGaps {

  /** Room of a paragraph's end, in leadings; a line with a raised marker takes less. */
  private static final float WIDER = 1.3f;

  private static final String ENDS = "؛;:.。؟?!；：";

  private final float leading;
  private final boolean seen;

  /** Learns how far apart the lines of a document stand. */
  ParagraphGaps(List<PrintedLine> lines) {
    Map<Float, Integer> distances = new TreeMap<>();
    for (int i = 1; i < lines.size(); i++) {
      float distance = distance(lines.get(i - 1), lines.get(i));
      if (distance > 0) {
        distances.merge(Math.round(distance * 2) / 2f, 1, Integer::sum);
      }
    }
    this.leading =
        distances.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(0f);
    this.seen = distances.keySet().stream().anyMatch(distance -> distance > leading * WIDER);
  }

  /** Whether a paragraph ends between two lines that follow one another. */
  boolean between(PrintedLine above, PrintedLine below) {
    if (above.page() != below.page()) {
      return seen && ends(above.text());
    }
    return seen && distance(above, below) > leading * WIDER;
  }

  private static float distance(PrintedLine above, PrintedLine below) {
    return above.page() == below.page() ? below.y() - above.y() : 0;
  }

  private static boolean ends(String text) {
    return !text.isEmpty() && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
