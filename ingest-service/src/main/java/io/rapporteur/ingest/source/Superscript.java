package io.rapporteur.ingest.source;

import java.util.regex.Pattern;

/** Digits as a footnote's marker prints them, whatever the format. Stateless. */
final class Superscript {

  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final Pattern MARKER = Pattern.compile("[\\[(]?\\p{Nd}{1,4}[\\])]?");

  private Superscript() {}

  /** Whether a raised piece of text is a marker in digits of any script, bracketed or not. */
  static boolean isMarker(String raised) {
    return MARKER.matcher(raised.strip()).matches();
  }

  /** The digits of a text, raised; all else is left out. */
  static String of(String digits) {
    var raised = new StringBuilder();
    plain(digits).chars().forEach(c -> raised.append(RAISED.charAt(c - '0')));
    return raised.toString();
  }

  /** The digits of a text, of any script or raised, as 0 to 9; all else is left out. */
  static String plain(String digits) {
    var plain = new StringBuilder();
    digits
        .codePoints()
        .forEach(
            c -> {
              int raised = c < 0x10000 ? RAISED.indexOf(c) : -1;
              if (raised >= 0) {
                plain.append(raised);
              } else if (Character.isDigit(c)) {
                plain.append(Character.digit(c, 10));
              }
            });
    return plain.toString();
  }
}
