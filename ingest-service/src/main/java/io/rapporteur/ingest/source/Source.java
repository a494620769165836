package io.rapporteur.ingest.source;

import java.util.List;

/**
 * What a file says, line by line, whatever its format.
 *
 * @param format as found in the file's content
 * @param encoding of a text or HTML file, its IANA name; empty for others
 * @param lines in the order of reading, numbers rising
 */
public record Source(Format format, String encoding, List<Line> lines) {

  /** Copies the lines. */
  public Source {
    lines = List.copyOf(lines);
  }

  /** What is shown at a place, from 1. */
  public String line(int place) {
    return lines.get(place - 1).shown();
  }

  /** How many lines there are. */
  public int size() {
    return lines.size();
  }
}
