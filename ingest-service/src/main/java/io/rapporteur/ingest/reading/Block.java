package io.rapporteur.ingest.reading;

import io.rapporteur.ingest.source.Line;
import io.rapporteur.ingest.source.Source;

/**
 * A stretch of a source that may hold a list.
 *
 * @param source whole
 * @param paragraph as the manifest names it
 * @param number of the paragraph, in digits; empty if it has none
 * @param heading that it stands under, as printed; empty if none
 * @param from first line
 * @param column where the text of the first line begins, after the number
 * @param to the line after the last
 */
record Block(
    Source source, String paragraph, String number, String heading, int from, int column, int to) {

  /** The text of a line, without the number of the paragraph. */
  String text(int line) {
    String text = source.line(line);
    return line == from ? text.substring(Math.min(column, text.length())) : text;
  }

  Line line(int line) {
    return source.lines().get(line - 1);
  }
}
