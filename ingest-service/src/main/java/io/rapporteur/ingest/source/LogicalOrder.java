package io.rapporteur.ingest.source;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Bidi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Letters from left to right as printed, in the order in which they are read (the Unicode
 * Bidirectional Algorithm backwards). Stateless.
 *
 * <p>Backwards the algorithm is not unique: whether {@code 27-29} stands as one number depends on
 * the letter before it, which backwards is on the other side. A stretch without a letter of a
 * left-to-right script is therefore judged by what is on its right, one with such a letter by what
 * is on its left.
 */
final class LogicalOrder {

  private LogicalOrder() {}

  /**
   * Orders.
   *
   * @param printed one string per letter
   * @param rightToLeft whether the text as a whole runs so
   */
  static String of(List<String> printed, boolean rightToLeft) {
    if (!rightToLeft && printed.stream().noneMatch(LogicalOrder::isRightToLeft)) {
      return String.join("", printed);
    }
    byte[] levels = rightToLeft ? levels(printed) : forward(printed, Bidi.LTR);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < printed.size(); i++) {
      order.add(i);
    }
    int highest = rightToLeft ? 2 : 3;
    for (int level = highest; level >= 1; level--) {
      reverseRuns(order, levels, level);
    }
    var text = new StringBuilder();
    for (int i : order) {
      text.append(levels[i] % 2 == 1 ? mirrored(printed.get(i)) : printed.get(i));
    }
    return text.toString();
  }

  /** Whether a letter is of a script that runs from right to left. */
  static boolean isRightToLeft(String letter) {
    if (letter.isEmpty()) {
      return false;
    }
    byte direction = Character.getDirectionality(letter.codePointAt(0));
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static boolean isLeftToRight(String letter) {
    return !letter.isEmpty()
        && Character.getDirectionality(letter.codePointAt(0))
            == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
  }

  private static byte[] levels(List<String> printed) {
    byte[] fromLeft = forward(printed, Bidi.RTL);
    List<String> turned = new ArrayList<>(printed);
    Collections.reverse(turned);
    byte[] fromRight = forward(turned, Bidi.RTL);
    byte[] levels = new byte[printed.size()];
    for (int from = 0; from < levels.length; ) {
      int to = from + 1;
      boolean stretch = !isRightToLeft(printed.get(from));
      boolean latin = isLeftToRight(printed.get(from));
      while (to < levels.length && isRightToLeft(printed.get(to)) != stretch) {
        latin |= isLeftToRight(printed.get(to));
        to++;
      }
      for (int i = from; i < to; i++) {
        levels[i] = latin ? fromLeft[i] : fromRight[levels.length - 1 - i];
      }
      from = to;
    }
    return levels;
  }

  /** Levels that the algorithm gives to letters in this order, at most 2 above none. */
  private static byte[] forward(List<String> letters, byte paragraph) {
    var text = new StringBuilder();
    letters.forEach(l -> text.append(l.isEmpty() ? ' ' : standIn(l)));
    var bidi = new Bidi();
    bidi.setPara(text.toString(), paragraph, null);
    byte[] levels = bidi.getLevels();
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) Math.min(levels[i], 3);
    }
    return levels;
  }

  /** One character of a letter's direction; the planes beyond the first have two each. */
  private static char standIn(String letter) {
    char first = letter.charAt(0);
    return Character.isSurrogate(first) ? 'x' : first;
  }

  private static void reverseRuns(List<Integer> order, byte[] levels, int level) {
    for (int from = 0; from < order.size(); ) {
      if (levels[order.get(from)] < level) {
        from++;
        continue;
      }
      int to = from;
      while (to < order.size() && levels[order.get(to)] >= level) {
        to++;
      }
      Collections.reverse(order.subList(from, to));
      from = to;
    }
  }

  private static String mirrored(String letter) {
    return letter.codePointCount(0, letter.length()) == 1
        ? Character.toString(UCharacter.getMirror(letter.codePointAt(0)))
        : letter;
  }
}
