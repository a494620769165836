package io.rapporteur.schemas.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The labels that a range says there are between its ends: by number, by letter, and within an item
 * by Roman numeral too. Stateless.
 */
final class SeriesBetween {

  private static final int LONGEST = 10_000;
  private static final int[] VALUES = {100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] NUMERALS = {"c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
  private static final int LAST_NUMERAL = 399;

  private SeriesBetween() {}

  /**
   * Labels that a range from one label to another has and the given ones have not, by the series
   * that leaves fewest out; empty if the ends are of no common series.
   */
  static List<String> missing(String first, String last, Collection<String> given) {
    List<List<String>> series = new ArrayList<>();
    counted(first, last, SeriesBetween::number, String::valueOf).ifPresent(series::add);
    counted(first, last, LabelSeries::ordinal, LabelSeries::at).ifPresent(series::add);
    counted(first, last, SeriesBetween::roman, SeriesBetween::roman).ifPresent(series::add);
    return series.stream()
        .map(labels -> labels.stream().filter(label -> !given.contains(label)).toList())
        .min((one, other) -> Integer.compare(one.size(), other.size()))
        .orElse(List.of());
  }

  private static Optional<List<String>> counted(
      String first,
      String last,
      Function<String, Optional<Integer>> ordinal,
      Function<Integer, String> label) {
    int from = ordinal.apply(uninserted(first)).orElse(0);
    int to = ordinal.apply(uninserted(last)).orElse(0);
    if (from == 0 || to < from || to - from > LONGEST) {
      return Optional.empty();
    }
    List<String> labels = new ArrayList<>();
    for (int n = from; n <= to; n++) {
      labels.add(label.apply(n));
    }
    labels.set(0, first);
    labels.set(labels.size() - 1, last);
    return Optional.of(labels);
  }

  private static String uninserted(String label) {
    int hyphen = label.indexOf('-');
    return hyphen < 0 ? label : label.substring(0, hyphen);
  }

  private static Optional<Integer> number(String label) {
    return label.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(label)) : Optional.empty();
  }

  /** The value of a small Roman numeral; empty if it is none. */
  static Optional<Integer> roman(String label) {
    for (int n = 1; n <= LAST_NUMERAL && label.length() <= 12; n++) {
      if (roman(n).equals(label)) {
        return Optional.of(n);
      }
    }
    return Optional.empty();
  }

  /** A small Roman numeral; digits beyond its last. */
  static String roman(int number) {
    if (number < 1 || number > LAST_NUMERAL) {
      return String.valueOf(number);
    }
    var roman = new StringBuilder();
    int rest = number;
    for (int i = 0; i < VALUES.length; i++) {
      for (; rest >= VALUES[i]; rest -= VALUES[i]) {
        roman.append(NUMERALS[i]);
      }
    }
    return roman.toString();
  }
}
