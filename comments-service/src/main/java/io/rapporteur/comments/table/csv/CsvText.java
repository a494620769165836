package io.rapporteur.comments.table.csv;

import java.util.regex.Pattern;

/**
 * How a text stands in a field, so that no spreadsheet runs it: one that begins as a formula does
 * gets an apostrophe before it, and so does one that begins with apostrophes before that; reading
 * takes one away. So each text comes back as it was, and a formula that someone typed is the text
 * that it is. Source: OWASP, CSV Injection.
 */
final class CsvText {

  private static final String FORMULA = "[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]";
  private static final Pattern TO_WRITE = Pattern.compile("\\A'*" + FORMULA);
  private static final Pattern TO_READ = Pattern.compile("\\A'+" + FORMULA);

  private CsvText() {}

  static String written(String text) {
    return TO_WRITE.matcher(text).find() ? "'" + text : text;
  }

  static String read(String field) {
    return TO_READ.matcher(field).find() ? field.substring(1) : field;
  }
}
