package io.rapporteur.ingest.reading;

import io.rapporteur.ingest.reading.Reading.RepairKind;
import io.rapporteur.schemas.reference.LabelSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Aligns the labels of a list to the expected series as a whole: the cheapest path over all lines
 * that could begin an item, where a line may be no item after all, but no item may be missing. One
 * label alone decides nothing: {@code (ي)} is the 10th or the 36th by its place among the others.
 */
final class LabelAlignment {

  /**
   * Costs of departures; a line that is taken for running text costs more than any damaged label.
   */
  private static final double LOST_DOUBLING = 1.0;

  private static final double WRONG_LETTER = 2.5;
  private static final double NOT_AN_ITEM = 4.0;
  private static final double IMPOSSIBLE = Double.POSITIVE_INFINITY;

  /** Letters that reading machines take for one another. */
  private static final List<String> CONFUSED =
      List.of("dy", "cxh", "bvw", "gk", "tu", "qs", "il", "lj", "nu", "ce", "oq", "mn", "fs", "pr");

  private LabelAlignment() {}

  /**
   * A line that could begin an item.
   *
   * @param line of the source
   * @param printed label as printed
   */
  record Candidate(int line, String printed) {}

  /**
   * An item of the list.
   *
   * @param candidate where it begins; its place in the candidates given
   * @param label canonical label
   * @param damage how the printed label departs; empty if it does not
   */
  record Aligned(int candidate, String label, Optional<RepairKind> damage, double confidence) {}

  /**
   * The best path.
   *
   * @return empty if the list has no path: an item is missing, or a label fits nothing
   */
  static Optional<List<Aligned>> align(List<Candidate> candidates) {
    int n = candidates.size();
    // cost[i][j]: the first i candidates hold the first j items.
    double[][] cost = new double[n + 1][n + 1];
    for (double[] row : cost) {
      Arrays.fill(row, IMPOSSIBLE);
    }
    cost[0][0] = 0;
    for (int i = 1; i <= n; i++) {
      for (int j = 0; j <= i; j++) {
        double skipped = cost[i - 1][j] + NOT_AN_ITEM;
        double taken = j == 0 ? IMPOSSIBLE : cost[i - 1][j - 1] + fit(candidates.get(i - 1), j);
        cost[i][j] = Math.min(skipped, taken);
      }
    }
    int items = 0;
    for (int j = 1; j <= n; j++) {
      // Of two paths at one cost the one with more items: a line less is lost in running text.
      if (cost[n][j] <= cost[n][items]) {
        items = j;
      }
    }
    return cost[n][items] == IMPOSSIBLE || items == 0
        ? Optional.empty()
        : trace(candidates, cost, items);
  }

  private static Optional<List<Aligned>> trace(
      List<Candidate> candidates, double[][] cost, int items) {
    List<Aligned> aligned = new ArrayList<>();
    int j = items;
    for (int i = candidates.size(); i > 0 && j > 0; i--) {
      Candidate candidate = candidates.get(i - 1);
      if (cost[i][j] == cost[i - 1][j - 1] + fit(candidate, j)) {
        aligned.addFirst(aligned(i - 1, candidate, j));
        j--;
      }
    }
    return j == 0 ? Optional.of(aligned) : Optional.empty();
  }

  private static Aligned aligned(int place, Candidate candidate, int ordinal) {
    String expected = LabelSeries.at(ordinal);
    String read = LabelSeries.canonical(candidate.printed()).orElse("");
    boolean spaces = candidate.printed().strip().chars().anyMatch(Character::isWhitespace);
    if (read.equals(expected)) {
      return spaces
          ? new Aligned(place, expected, Optional.of(RepairKind.SPACES_IN_LABEL), 0.99)
          : new Aligned(place, expected, Optional.empty(), 1);
    }
    return read.charAt(0) == expected.charAt(0)
        ? new Aligned(place, expected, Optional.of(RepairKind.LOST_DOUBLING), 0.95)
        : new Aligned(place, expected, Optional.of(RepairKind.WRONG_LETTER), 0.85);
  }

  private static double fit(Candidate candidate, int ordinal) {
    if (ordinal > LabelSeries.LETTERS * 4) {
      return IMPOSSIBLE;
    }
    return LabelSeries.canonical(candidate.printed())
        .map(read -> damage(read, LabelSeries.at(ordinal)))
        .orElse(OptionalDouble.empty())
        .orElse(IMPOSSIBLE);
  }

  private static OptionalDouble damage(String read, String expected) {
    if (read.equals(expected)) {
      return OptionalDouble.of(0);
    }
    boolean uniform = read.chars().distinct().count() == 1;
    if (uniform && read.charAt(0) == expected.charAt(0) && read.length() < expected.length()) {
      return OptionalDouble.of(LOST_DOUBLING);
    }
    if (uniform && read.length() == expected.length() && confused(read, expected)) {
      return OptionalDouble.of(WRONG_LETTER);
    }
    return OptionalDouble.empty();
  }

  private static boolean confused(String read, String expected) {
    return CONFUSED.stream()
        .anyMatch(
            group -> group.indexOf(read.charAt(0)) >= 0 && group.indexOf(expected.charAt(0)) >= 0);
  }
}
