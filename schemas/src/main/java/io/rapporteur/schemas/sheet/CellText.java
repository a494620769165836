package io.rapporteur.schemas.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a text stands in a cell of a workbook (ECMA-376 part 1, 22.9.2.19), so that it is read back
 * as it was.
 */
public final class CellText {

  /** What Excel takes. */
  private static final int LONGEST = 32_767;

  private static final int LONGEST_ESCAPE = 8;
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private CellText() {}

  /** A text in as many parts as it needs; one is enough but for the longest. */
  public static List<String> parts(String text) {
    String whole = escaped(text);
    if (whole.length() <= LONGEST) {
      return List.of(whole);
    }
    int size = whole.length() == text.length() ? LONGEST - 1 : LONGEST / LONGEST_ESCAPE;
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int to = Math.min(text.length(), from + size);
      if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
        to--;
      }
      parts.add(escaped(text.substring(from, to)));
      from = to;
    }
    return parts;
  }

  /** A text that is known to be short. */
  public static String of(String text) {
    return parts(text).getFirst();
  }

  /** What XML cannot hold, and what would be taken for an escape, is escaped. */
  private static String escaped(String text) {
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
    return escaped.toString();
  }

  private static boolean inXml(int c) {
    return (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) && (c & 0xFFFE) != 0xFFFE;
  }
}
