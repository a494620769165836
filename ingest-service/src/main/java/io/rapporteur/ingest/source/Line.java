package io.rapporteur.ingest.source;

import java.util.List;

/**
 * One line of a source, with what its format knows of it.
 *
 * @param number place in the source, from 1: the line of a text or of a PDF (counted over all
 *     pages), the paragraph of a Word or HTML document
 * @param page from 1; 0 where the format has no pages
 * @param kind what it is by its format
 * @param depth of the list that it stands in, from 1; 0 where the format does not say
 * @param label number or letter that the format makes by itself, as it is printed: {@code (a)},
 *     {@code 13.}; of a footnote its marker in digits; empty where the text holds it
 * @param text as printed, without the label; a footnote's marker within it stands in superscript
 *     digits (U+2070 and the like), whatever the format
 * @param cells of a row, in their order; else empty
 */
public record Line(
    int number, int page, Kind kind, int depth, String label, String text, List<String> cells) {

  /** Copies the cells. */
  public Line {
    cells = List.copyOf(cells);
  }

  /** What a line is by its format. */
  public enum Kind {
    /** A printed line: a paragraph may go on in the next, and may be cut by a page. */
    PRINTED,
    /** A whole paragraph. */
    PARAGRAPH,
    /** A whole heading. */
    HEADING,
    /** A whole paragraph of a footnote; those of one footnote carry the same label. */
    FOOTNOTE,
    /** A row of a table. */
    ROW,
    /** A running header or a page number between the lines of a text; it is of no paragraph. */
    RUNNING
  }

  /** A printed line of a text. */
  public static Line printed(int number, String text) {
    return new Line(number, 0, Kind.PRINTED, 0, "", text, List.of());
  }

  /** What a reader sees: the label, if the format makes one, before the text. */
  public String shown() {
    return label.isEmpty() || kind == Kind.FOOTNOTE ? text : label + " " + text;
  }
}
