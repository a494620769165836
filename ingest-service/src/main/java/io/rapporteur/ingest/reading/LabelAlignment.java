package io.rapporteur.ingest.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Aligns the labels of a list to their series as a whole: the cheapest path over all places that
 * could begin an item. A place may be no item after all, an item may be missing, and a list may
 * stand within an item. One label alone decides nothing: {@code (ي)} is the 10th or the 36th by its
 * place among the others, {@code (i)} a letter or a numeral.
 *
 * <p>The path is kept in a beam of fixed width, so that time and memory grow with the number of
 * places and no faster. Where a path that costs little more reads a place otherwise, the place is
 * undecided and the other reading is its alternative.
 */
final class LabelAlignment {

  private static final int WIDTH = 24;
  private static final double WORST = 10;

  /** Two paths that part for longer than this part for good. */
  private static final int FARTHEST = 400;

  private final List<Mark> marks;
  private final Moves moves;

  private LabelAlignment(List<Mark> marks, boolean runOn) {
    this.marks = marks;
    this.moves = new Moves(marks, runOn);
  }

  /**
   * An item of the list.
   *
   * @param mark where it begins; its place in the marks given
   * @param path canonical labels from the first level down
   * @param damage how the printed label departs; null if it does not
   * @param missing canonical labels that the series has before it and the list has not
   * @param alternatives what else the place could be; empty if it is decided
   */
  record Aligned(
      int mark,
      List<String> path,
      @Nullable RepairKind damage,
      double confidence,
      List<String> missing,
      List<String> alternatives) {

    String label() {
      return String.join(".", path);
    }
  }

  /**
   * The best path.
   *
   * @param items in the order of the text
   * @param skipped places that begin no item, with the items that they could be
   */
  record Path(List<Aligned> items, Map<Integer, List<String>> skipped) {}

  /**
   * Finds the best path.
   *
   * @param runOn a list within an item may begin in the middle of a line
   * @return empty if no place begins an item
   */
  static Optional<Path> align(List<Mark> marks, boolean runOn) {
    Path path = new LabelAlignment(marks, runOn).path();
    return path.items().isEmpty() ? Optional.empty() : Optional.of(path);
  }

  private Path path() {
    List<Step> beam = List.of(new Step(null, null, 0, 0, null, 0));
    for (Mark mark : marks) {
      Map<Optional<Level>, Step> next = new LinkedHashMap<>();
      for (Step step : beam) {
        moves.skip(step, mark, next);
        moves.goOn(step, mark, next);
        moves.open(step, mark, next);
      }
      beam = best(next.values());
    }
    Map<Optional<Level>, Step> closed = new LinkedHashMap<>();
    for (Step step : beam) {
      double cost = step.cost + Moves.closing(step.open, null);
      Step.offer(closed, new Step(step, null, cost, step.items, null, 0));
    }
    Step last = closed.values().iterator().next();
    return trace(last);
  }

  private static List<Step> best(Collection<Step> steps) {
    List<Step> sorted = new ArrayList<>(steps);
    sorted.sort(
        Comparator.comparingDouble((Step step) -> step.cost).thenComparing(step -> -step.items));
    double worst = sorted.getFirst().cost + WORST;
    int kept = 0;
    while (kept < sorted.size() && kept < WIDTH && sorted.get(kept).cost <= worst) {
      kept++;
    }
    return List.copyOf(sorted.subList(0, kept));
  }

  private Path trace(Step last) {
    Map<Integer, Set<String>> others = new HashMap<>();
    Step step = last;
    for (int place = marks.size(); step != null; place--) {
      for (Step beaten : step.beaten) {
        compare(step, beaten, place, others);
      }
      step = step.before;
    }
    List<Aligned> items = new ArrayList<>();
    Map<Integer, List<String>> skipped = new HashMap<>();
    step = last.before;
    for (int place = marks.size() - 1; place >= 0 && step != null; place--) {
      List<String> alternatives = List.copyOf(others.getOrDefault(place, Set.of()));
      if (step.fit == null) {
        skipped.put(place, alternatives);
      } else {
        items.add(aligned(place, step, alternatives));
      }
      step = step.before;
    }
    return new Path(items.reversed(), skipped);
  }

  /** Where two paths that meet again read a place otherwise. */
  private static void compare(Step won, Step lost, int place, Map<Integer, Set<String>> others) {
    Step one = won;
    Step other = lost;
    for (int back = 0; back < FARTHEST && one != null && other != null && one != other; back++) {
      String reading = reading(other);
      if (!reading(one).equals(reading)) {
        others.computeIfAbsent(place - back, key -> new LinkedHashSet<>()).add(reading);
      }
      one = one.before;
      other = other.before;
    }
  }

  private static String reading(Step step) {
    return step.fit == null || step.open == null ? "" : String.join(".", step.open.path());
  }

  private static Aligned aligned(int place, Step step, List<String> alternatives) {
    Level level = Objects.requireNonNull(step.open);
    Fit fit = Objects.requireNonNull(step.fit);
    List<String> missing = new ArrayList<>();
    for (int lost = Math.max(level.ordinal() - step.gap, level.ordinal() - 20);
        lost < level.ordinal() && step.gap > 0;
        lost++) {
      missing.add(level.series().label(lost));
    }
    double confidence = alternatives.isEmpty() ? fit.confidence() : Math.min(0.5, fit.confidence());
    return new Aligned(place, level.path(), fit.damage(), confidence, missing, alternatives);
  }
}
