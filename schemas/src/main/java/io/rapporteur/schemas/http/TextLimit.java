package io.rapporteur.schemas.http;

import java.util.Optional;

/**
 * What a text may hold. Length is counted in characters (Unicode code points), not in bytes or
 * UTF-16 units. Tabs and line breaks are the only control characters; unpaired surrogates and
 * noncharacters are refused, since they have no UTF-8 form or no meaning in an exchange.
 *
 * @param most largest number of characters
 * @param what what is expected, in words
 */
public record TextLimit(int most, String what) {

  /** A limit of length alone. */
  public static TextLimit characters(int most) {
    return new TextLimit(most, "text");
  }

  /** What is expected, for the fault. */
  public String expected() {
    return what
        + " of 1 to "
        + most
        + " characters, not blank, without control characters or unpaired surrogates";
  }

  /** What is wrong with a text; empty if nothing is. */
  public Optional<String> fault(String text) {
    int length = 0;
    boolean blank = true;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (refused(c)) {
        return Optional.of("U+%04X at character %d".formatted(c, length + 1));
      }
      blank &= Character.isWhitespace(c) || Character.isSpaceChar(c);
      length++;
      i += Character.charCount(c);
    }
    if (length > most) {
      return Optional.of(length + " characters");
    }
    return blank ? Optional.of(length == 0 ? "empty" : "blank") : Optional.empty();
  }

  private static boolean refused(int c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    boolean unpaired = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return control || unpaired || noncharacter;
  }
}
