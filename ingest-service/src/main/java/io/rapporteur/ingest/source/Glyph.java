package io.rapporteur.ingest.source;

import java.text.Normalizer;

/**
 * A letter where a page shows it; points, from the left and from the top.
 *
 * @param y of the line that it stands on
 * @param space how wide a space of its font is
 * @param text in Unicode; more than one character for a ligature or a letter with its marks
 */
record Glyph(float x, float y, float width, float size, float space, String text) {

  /** The stroke that lengthens an Arabic word (tatweel). */
  private static final char STROKE = '\u0640';

  float end() {
    return x + width;
  }

  boolean isBlank() {
    return text.isBlank();
  }

  /** A mark that stands on another letter. */
  boolean isMark() {
    return text.codePoints().allMatch(c -> Character.getType(c) == Character.NON_SPACING_MARK);
  }

  boolean isDigits() {
    return text.codePoints().allMatch(Character::isDigit);
  }

  Glyph withText(String other) {
    return new Glyph(x, y, width, size, space, other);
  }

  /**
   * Forms of Arabic letters made for printing, as the letters that they are forms of. A mark that
   * is printed over a stroke of its own (U+FE77 and the like) is the mark alone: the stroke is not
   * written.
   */
  Glyph asLetters() {
    boolean isForm =
        text.chars().anyMatch(c -> c >= 0xFB00 && c <= 0xFDFF || c >= 0xFE70 && c <= 0xFEFC);
    if (!isForm) {
      return this;
    }
    String letters = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    boolean written = text.indexOf(STROKE) >= 0;
    return withText(written ? letters : letters.replace(String.valueOf(STROKE), ""));
  }
}
