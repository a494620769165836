package io.rapporteur.aggregation.paper.sheet;

import java.util.regex.Pattern;

/**
 * How a text stands in a field, so that no spreadsheet runs it: one that begins as a formula does
 * gets an apostrophe before it, and so does one that begins with apostrophes before that; the desk,
 * reading, takes one away. Source: OWASP, CSV Injection.
 */
final class CsvText {

  private static final Pattern FORMULA =
      Pattern.compile("\\A'*[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]");

  private CsvText() {}

  /** Whether a spreadsheet could take a text for a formula. */
  static boolean looksLikeFormula(String text) {
    return FORMULA.matcher(text).find();
  }

  static String written(String text) {
    return looksLikeFormula(text) ? "'" + text : text;
  }
}
