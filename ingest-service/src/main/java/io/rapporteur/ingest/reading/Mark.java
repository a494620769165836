package io.rapporteur.ingest.reading;

import io.rapporteur.schemas.reference.LabelSeries;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * A place that looks like the label of an item.
 *
 * @param line of the source
 * @param start where the label, or a bullet before it, begins within the line
 * @param end where the text of the item begins within the line
 * @param printed without bullet, brackets and addition
 * @param plain printed, with compatibility forms folded, without spaces and tatweel, in ASCII
 *     digits
 * @param latin plain, letter by letter as Latin letters; empty if it has others
 * @param places where the label stands in each series that has it, from 1; found once, since each
 *     of many paths asks
 * @param addition {@code bis}, {@code ter}; else empty
 * @param form of its brackets
 * @param setting how it stands in the line
 * @param bullet before it; else empty
 * @param depth that the format gives; 0 if it gives none
 */
record Mark(
    int line,
    int start,
    int end,
    String printed,
    String plain,
    String latin,
    Map<Series, Integer> places,
    String addition,
    Form form,
    Setting setting,
    String bullet,
    int depth) {

  /** Shapes of labels. */
  enum Form {
    /** {@code (a)} and {@code a)}. */
    BRACKET,
    /** {@code a.} */
    STOP,
    /** {@code 115.1} */
    DOTTED,
    /** A numeral in quotation marks. */
    QUOTED
  }

  /** Where a label stands; it says how likely the place begins an item. */
  enum Setting {
    /** At the beginning of a line, after the end of another. */
    LINE,
    /** Within a line, after a colon, a semicolon or a full stop. */
    AFTER_STOP,
    /** Within a line after a comma, or at the beginning of a line that goes on a sentence. */
    RUNNING
  }

  static Mark of(
      int line,
      int start,
      int end,
      String printed,
      String addition,
      Form form,
      Setting setting,
      String bullet,
      int depth) {
    String plain = plain(printed);
    String latin = latin(plain);
    return new Mark(
        line,
        start,
        end,
        printed,
        plain,
        latin,
        Series.places(plain, latin, form == Form.QUOTED),
        addition,
        form,
        setting,
        bullet,
        depth);
  }

  /** The place of the label in a series, from 1; 0 if it is none of it. */
  int place(Series series) {
    return places.getOrDefault(series, 0);
  }

  boolean quoted() {
    return form == Form.QUOTED;
  }

  /** Whether it stands within a line. */
  boolean inline() {
    return start > 0;
  }

  /** Whether spaces stand between its letters. */
  boolean spaced() {
    return printed.strip().chars().anyMatch(Character::isWhitespace);
  }

  private static String plain(String printed) {
    var plain = new StringBuilder();
    Normalizer.normalize(printed, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(
            c ->
                !Character.isWhitespace(c)
                    && c != 0x640
                    && Character.getType(c) != Character.FORMAT)
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static String latin(String plain) {
    var latin = new StringBuilder();
    for (int c : plain.codePoints().toArray()) {
      LabelSeries.canonical(Character.toString(c)).ifPresent(latin::append);
    }
    return latin.length() == plain.length() ? latin.toString() : "";
  }
}
