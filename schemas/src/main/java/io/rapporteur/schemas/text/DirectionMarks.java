package io.rapporteur.schemas.text;

import java.util.List;
import java.util.Locale;

/**
 * Characters that nobody sees and that turn the direction of what follows them: embeddings,
 * overrides and isolates (U+202A to U+202E, U+2066 to U+2069) and the three marks (U+200E, U+200F,
 * U+061C). They are kept as received, in the log and in JSON; where we lay out a page ourselves,
 * they are shown by name. Source: Unicode Standard Annex 9; Unicode Technical Report 36. Stateless.
 */
public final class DirectionMarks {

  private DirectionMarks() {}

  /** Whether a character is one. */
  public static boolean isOne(int c) {
    return (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200E
        || c == 0x200F
        || c == 0x061C;
  }

  /** A text in which each stands by its name, such as {@code [U+202E]}: it turns nothing. */
  public static String shown(String text) {
    if (text.codePoints().noneMatch(DirectionMarks::isOne)) {
      return text;
    }
    var shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (isOne(c)) {
                shown.append(name(c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  /** The names of those in a text, each once, in their order; empty if there are none. */
  public static List<String> of(String text) {
    return text.codePoints()
        .filter(DirectionMarks::isOne)
        .distinct()
        .mapToObj(DirectionMarks::name)
        .toList();
  }

  private static String name(int c) {
    return String.format(Locale.ROOT, "[U+%04X]", c);
  }
}
