package io.rapporteur.comments.imports;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Running numbers as people write them: {@code 36}, {@code 36, 38-40}, with the digits, commas and
 * dashes of any of the six languages. Stateless.
 */
final class NumberList {

  private static final int MOST = 1_000;
  private static final String DASH = "[-\u2010\u2011\u2012\u2013\u2014\u2212]";
  private static final Pattern PART =
      Pattern.compile("(\\d{1,6})(?:\\s*" + DASH + "\\s*(\\d{1,6}))?");
  private static final Pattern BETWEEN =
      Pattern.compile("\\s*[,;\u060C\u061B\u3001\uFF0C]\\s*|\\s+");

  private NumberList() {}

  /** The numbers, in their order; empty if the text is anything else. */
  static Optional<List<Integer>> read(String text) {
    String folded = digits(text).replaceAll("\\s*(" + DASH + ")\\s*", "$1");
    List<Integer> numbers = new ArrayList<>();
    for (String part : BETWEEN.split(folded, -1)) {
      Matcher matcher = PART.matcher(part);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      int first = Integer.parseInt(matcher.group(1));
      int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
      if (last < first || numbers.size() + last - first > MOST) {
        return Optional.empty();
      }
      for (int number = first; number <= last; number++) {
        if (!numbers.contains(number)) {
          numbers.add(number);
        }
      }
    }
    return Optional.of(numbers);
  }

  private static String digits(String text) {
    var digits = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .strip()
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .forEach(
            c -> {
              int digit = Character.digit(c, 10);
              digits.appendCodePoint(digit < 0 ? c : '0' + digit);
            });
    return digits.toString();
  }
}
