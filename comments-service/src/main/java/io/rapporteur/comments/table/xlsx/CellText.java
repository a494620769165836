package io.rapporteur.comments.table.xlsx;

import java.util.regex.Pattern;

/** How a text stands in a cell (ECMA-376 part 1, 22.9.2.19), so that it is read back as it was. */
final class CellText {

  /** What Excel takes. */
  private static final int LONGEST = 32_767;

  private static final String CUT = " [...]";
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private CellText() {}

  /**
   * What XML cannot hold, and what would be taken for an escape, is escaped; what is too long is
   * cut.
   */
  static String of(String text) {
    var escaped = new StringBuilder();
    ESCAPE
        .matcher(text)
        .replaceAll("_x005F_")
        .codePoints()
        .forEach(
            c -> {
              if (c < ' ' && c != '\n' && c != '\t') {
                escaped.append("_x%04X_".formatted(c));
              } else {
                escaped.appendCodePoint(inXml(c) ? c : 0xFFFD);
              }
            });
    if (escaped.length() <= LONGEST) {
      return escaped.toString();
    }
    int end = LONGEST - CUT.length();
    return escaped.substring(0, Character.isHighSurrogate(escaped.charAt(end - 1)) ? end - 1 : end)
        + CUT;
  }

  private static boolean inXml(int c) {
    return (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) && (c & 0xFFFE) != 0xFFFE;
  }
}
