package io.rapporteur.schemas.sheet;

import java.util.regex.Pattern;

/**
 * How a text stands in a field of a CSV file, so that no spreadsheet runs it: one that begins as a
 * formula does gets an apostrophe before it, and so does one that begins with apostrophes before
 * that; reading takes one away. So each text comes back as it was, and a formula that someone typed
 * is the text that it is. Source: OWASP, CSV Injection.
 */
public final class CsvText {

  private static final String FORMULA = "[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]";
  private static final Pattern TO_WRITE = Pattern.compile("\\A'*" + FORMULA);
  private static final Pattern TO_READ = Pattern.compile("\\A'+" + FORMULA);

  private CsvText() {}

  /** Whether a spreadsheet could take a text for a formula, here or once it has been read. */
  public static boolean looksLikeFormula(String text) {
    return TO_WRITE.matcher(text).find();
  }

  /** A text as it is written into a field. */
  public static String written(String text) {
    return looksLikeFormula(text) ? "'" + text : text;
  }

  /** The text that a field holds, whoever wrote it. */
  public static String read(String field) {
    return TO_READ.matcher(field).find() ? field.substring(1) : field;
  }
}
