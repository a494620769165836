package io.rapporteur.schemas.reference;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The lettered series of United Nations documents. Every language maps to canonical labels in Latin
 * letters: a to z, then doubled (aa, bb), then tripled (aaa).
 *
 * <p>The Arabic series has 26 letters in abjad order, without ظ and غ, in step with a to z. Russian
 * lists use Latin letters with Cyrillic look-alikes mixed in. Chinese lists use Latin letters,
 * often full width.
 */
public final class LabelSeries {

  /** Letters of a series; every language counts as many. */
  public static final int LETTERS = 26;

  private static final int LONGEST = 4;
  private static final String ARABIC = "أبجدهوزحطيكلمنسعفصقرشتثخذض";
  private static final char TATWEEL = '\u0640';
  private static final Map<Integer, Character> CANONICAL = letters();

  private LabelSeries() {}

  private static Map<Integer, Character> letters() {
    Map<Integer, Character> letters = new HashMap<>();
    for (int i = 0; i < LETTERS; i++) {
      char latin = (char) ('a' + i);
      letters.put((int) latin, latin);
      letters.put((int) Character.toUpperCase(latin), latin);
      letters.put(0xFF41 + i, latin);
      letters.put(0xFF21 + i, latin);
      letters.put((int) ARABIC.charAt(i), latin);
    }
    // Alef and yeh as they are typed without their marks.
    "اإآ".chars().forEach(alef -> letters.put(alef, 'a'));
    letters.put((int) 'ى', 'j');
    String cyrillic = "асеорхуАСЕОРХУ";
    String latin = "aceopxyaceopxy";
    for (int i = 0; i < cyrillic.length(); i++) {
      letters.put((int) cyrillic.charAt(i), latin.charAt(i));
    }
    return Map.copyOf(letters);
  }

  /**
   * The canonical label of what is printed.
   *
   * @param printed with or without brackets, spaces, tatweel and a full stop
   * @return for instance {@code jj}; empty if it is no label
   */
  public static Optional<String> canonical(String printed) {
    var label = new StringBuilder();
    String letters = stripped(printed);
    for (int i = 0; i < letters.length(); i += Character.charCount(letters.codePointAt(i))) {
      Character letter = CANONICAL.get(letters.codePointAt(i));
      if (letter == null || label.length() == LONGEST) {
        return Optional.empty();
      }
      label.append(letter);
    }
    return label.isEmpty() ? Optional.empty() : Optional.of(label.toString());
  }

  /**
   * What is printed without brackets, spaces, tatweel, full stops and direction marks, in lower
   * case.
   */
  static String stripped(String printed) {
    var stripped = new StringBuilder();
    printed.codePoints().filter(c -> !ignored(c)).forEach(stripped::appendCodePoint);
    return stripped.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean ignored(int c) {
    return c == TATWEEL
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || "()（）[].-".indexOf(c) >= 0;
  }

  /** The label at a place of the series, from 1: 1 is a, 27 is aa, 53 is aaa. */
  public static String at(int ordinal) {
    if (ordinal < 1 || ordinal > LETTERS * LONGEST) {
      throw new IllegalArgumentException(
          "ordinal: " + ordinal + " (expected: 1 to " + LETTERS * LONGEST + ")");
    }
    int letter = (ordinal - 1) % LETTERS;
    return String.valueOf((char) ('a' + letter)).repeat((ordinal - 1) / LETTERS + 1);
  }

  /**
   * The place of a label in the series, from 1; empty if it mixes letters and so was inserted
   * later.
   */
  public static Optional<Integer> ordinal(String canonical) {
    char letter = canonical.isEmpty() ? 0 : canonical.charAt(0);
    boolean uniform = canonical.chars().allMatch(c -> c == letter);
    return uniform && letter >= 'a' && letter <= 'z'
        ? Optional.of((canonical.length() - 1) * LETTERS + letter - 'a' + 1)
        : Optional.empty();
  }

  /** Whether two printed labels are the same but for spaces, brackets and tatweel. */
  public static boolean same(String one, String other) {
    return stripped(one).equals(stripped(other));
  }
}
