package io.rapporteur.ingest.reading;

import io.rapporteur.ingest.reading.Mark.Form;
import io.rapporteur.ingest.reading.Mark.Setting;
import io.rapporteur.ingest.reading.Reading.RepairKind;
import io.rapporteur.schemas.reference.LabelSeries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

  private static final double OPENED = 1.0;
  private static final double OTHER_SERIES = 0.2;
  private static final double ALONE = 2.0;
  private static final double IN_THE_MIDDLE = 3.0;
  private static final double GAP = 4.0;
  private static final double WIDER_GAP = 0.5;
  private static final double INSERTED = 0.2;
  private static final double OTHER_DEPTH = 3.0;
  private static final int DEEPEST = 4;
  private static final int WIDTH = 24;
  private static final double WORST = 10;

  /** Below this the second best path is too near to be left out of sight: half a lost item. */
  private static final double MARGIN = 2.0;

  /** Two paths that part for longer than this part for good. */
  private static final int FARTHEST = 400;

  private final List<Mark> marks;
  private final boolean runOn;
  private final Set<Series> series;

  private LabelAlignment(List<Mark> marks, boolean runOn) {
    this.marks = marks;
    this.runOn = runOn;
    this.series = seriesIn(marks);
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

  private record Level(
      @Nullable Level parent, Series series, Form form, int ordinal, String inserted, int depth) {

    String label() {
      return series.label(ordinal) + inserted;
    }

    List<String> path() {
      List<String> path = parent == null ? new ArrayList<>() : parent.path();
      path.add(label());
      return path;
    }

    int size() {
      return parent == null ? 1 : parent.size() + 1;
    }

    boolean alone() {
      return parent != null && ordinal == 1 && inserted.isEmpty();
    }

    boolean same(Series otherSeries, Form otherForm) {
      return (series == otherSeries && form == otherForm)
          || (parent != null && parent.same(otherSeries, otherForm));
    }
  }

  /** One step of one path; the paths that it won against are kept for a while. */
  private static final class Step {
    private final @Nullable Step before;
    private final @Nullable Level open;
    private final double cost;
    private final int items;
    private final @Nullable Fit fit;
    private final int gap;
    private List<Step> beaten = List.of();

    Step(
        @Nullable Step before,
        @Nullable Level open,
        double cost,
        int items,
        @Nullable Fit fit,
        int gap) {
      this.before = before;
      this.open = open;
      this.cost = cost;
      this.items = items;
      this.fit = fit;
      this.gap = gap;
    }

    boolean betterThan(Step other) {
      // Of two paths at one cost the one with more items: a line less is lost in running text.
      return cost < other.cost || (cost == other.cost && items > other.items);
    }
  }

  private static Set<Series> seriesIn(List<Mark> marks) {
    Set<Series> found = new LinkedHashSet<>(List.of(Series.LETTERS, Series.ROMAN, Series.NUMBERS));
    for (Mark mark : marks) {
      for (Series each : List.of(Series.ARABIC_28, Series.CYRILLIC, Series.HAN)) {
        if (mark.latin().isEmpty() && each.ordinal(mark) > 0) {
          found.add(each);
        }
      }
    }
    return found;
  }

  private Path path() {
    List<Step> beam = List.of(new Step(null, null, 0, 0, null, 0));
    for (Mark mark : marks) {
      Map<Optional<Level>, Step> next = new HashMap<>();
      for (Step step : beam) {
        skip(step, mark, next);
        goOn(step, mark, next);
        open(step, mark, next);
      }
      beam = best(next.values());
    }
    Map<Optional<Level>, Step> closed = new HashMap<>();
    for (Step step : beam) {
      double cost = step.cost + closing(step.open, null);
      offer(closed, new Step(step, null, cost, step.items, null, 0));
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

  private static void offer(Map<Optional<Level>, Step> next, Step step) {
    Optional<Level> state = Optional.ofNullable(step.open);
    Step standing = next.get(state);
    if (standing == null) {
      next.put(state, step);
      return;
    }
    Step winner = step.betterThan(standing) ? step : standing;
    Step loser = winner == step ? standing : step;
    List<Step> beaten = new ArrayList<>(standing.beaten);
    beaten.add(loser);
    beaten.removeIf(each -> each == winner || each.cost - winner.cost >= MARGIN);
    beaten.sort(Comparator.comparingDouble(each -> each.cost));
    winner.beaten = List.copyOf(beaten.subList(0, Math.min(3, beaten.size())));
    loser.beaten = List.of();
    next.put(state, winner);
  }

  private void skip(Step step, Mark mark, Map<Optional<Level>, Step> next) {
    offer(next, new Step(step, step.open, step.cost + skipping(mark), step.items, null, 0));
  }

  private double skipping(Mark mark) {
    return switch (mark.setting()) {
      case LINE -> mark.form() == Form.STOP ? 3.0 : 4.0;
      case AFTER_STOP -> runOn ? 4.0 : 2.5;
      case RUNNING -> runOn && mark.inline() ? 2.5 : 0.3;
    };
  }

  private static double taking(Mark mark) {
    return mark.setting() == Setting.LINE ? 0 : 0.1;
  }

  private void goOn(Step step, Mark mark, Map<Optional<Level>, Step> next) {
    for (Level level = step.open; level != null; level = level.parent()) {
      if (level.form() == mark.form() || (level.series() == Series.ROMAN && mark.quoted())) {
        double base = step.cost + taking(mark) + closing(step.open, level) + depthOf(level, mark);
        if (mark.addition().isEmpty()) {
          following(step, mark, level, base, next);
          insertedLetter(step, mark, level, base, next);
        } else {
          added(step, mark, level, base, next);
        }
      }
    }
  }

  private static double depthOf(Level level, Mark mark) {
    boolean told = level.depth() > 0 && mark.depth() > 0;
    return told && level.depth() != mark.depth() ? OTHER_DEPTH : 0;
  }

  /** What the levels cost that end here: a list of one item within an item is rare. */
  private static double closing(@Nullable Level open, @Nullable Level kept) {
    double cost = 0;
    for (Level level = open; level != null && level != kept; level = level.parent()) {
      cost += level.alone() ? ALONE : 0;
    }
    return cost;
  }

  private static void following(
      Step step, Mark mark, Level level, double base, Map<Optional<Level>, Step> next) {
    int expected = level.ordinal() + 1;
    take(step, mark, level, expected, base, 0, next);
    int printed = level.series().ordinal(mark);
    if (printed == 0) {
      return;
    }
    int doubling = level.series().doubling();
    for (int place = printed; place <= level.series().last(); place += doubling) {
      int gap = place - expected;
      if (gap > 0) {
        take(step, mark, level, place, base + GAP + WIDER_GAP * Math.min(gap - 1, 10), gap, next);
      }
      if (doubling == 0) {
        break;
      }
    }
  }

  private static void take(
      Step step,
      Mark mark,
      Level level,
      int place,
      double base,
      int gap,
      Map<Optional<Level>, Step> next) {
    Fit fit = Fit.of(mark, level.series(), place);
    if (fit != null) {
      var moved = new Level(level.parent(), level.series(), level.form(), place, "", level.depth());
      offer(next, new Step(step, moved, base + fit.cost(), step.items + 1, fit, gap));
    }
  }

  /** {@code ab} after {@code a}: an item that was put in later. */
  private static void insertedLetter(
      Step step, Mark mark, Level level, double base, Map<Optional<Level>, Step> next) {
    String latin = mark.latin();
    if (level.series() != Series.LETTERS || latin.length() < 2) {
      return;
    }
    String letter = latin.substring(latin.length() - 1);
    boolean uniform = latin.chars().distinct().count() == 1;
    boolean standsHere =
        latin.substring(0, latin.length() - 1).equals(LabelSeries.at(level.ordinal()))
            && letter.compareTo(level.inserted()) > 0;
    if (!uniform && standsHere) {
      put(step, level, letter, base + INSERTED, mark, next);
    }
  }

  /** {@code a bis} after {@code a}. */
  private static void added(
      Step step, Mark mark, Level level, double base, Map<Optional<Level>, Step> next) {
    Fit fit = Fit.of(mark, level.series(), level.ordinal());
    if (fit != null && !level.inserted().equals("-" + mark.addition())) {
      put(step, level, "-" + mark.addition(), base + INSERTED + fit.cost(), mark, next);
    }
  }

  private static void put(
      Step step,
      Level level,
      String inserted,
      double cost,
      Mark mark,
      Map<Optional<Level>, Step> next) {
    var moved =
        new Level(
            level.parent(), level.series(), level.form(), level.ordinal(), inserted, level.depth());
    Fit fit = new Fit(0, mark.spaced() ? RepairKind.SPACES_IN_LABEL : null, 0.95);
    offer(next, new Step(step, moved, cost, step.items + 1, fit, 0));
  }

  private void open(Step step, Mark mark, Map<Optional<Level>, Step> next) {
    Level top = step.open;
    boolean tooDeep = top != null && top.size() >= DEEPEST;
    boolean inText = top != null && mark.inline() && !runOn;
    if (tooDeep || inText || !mark.addition().isEmpty()) {
      return;
    }
    for (Series each : series) {
      int place = each.ordinal(mark);
      if (place == 0 || (top != null && (place > 1 || top.same(each, mark.form())))) {
        continue;
      }
      double cost = step.cost + taking(mark) + (each == Series.LETTERS ? 0 : OTHER_SERIES);
      cost += top == null ? 0 : OPENED;
      cost += top != null && shallower(top, mark) ? OTHER_DEPTH : 0;
      cost += place > 1 ? IN_THE_MIDDLE : 0;
      Fit fit = Fit.of(mark, each, place);
      var level = new Level(top, each, mark.form(), place, "", mark.depth());
      offer(next, new Step(step, level, cost, step.items + 1, fit, 0));
    }
  }

  private static boolean shallower(Level top, Mark mark) {
    return top.depth() > 0 && mark.depth() > 0 && mark.depth() <= top.depth();
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
        items.addFirst(aligned(place, step, alternatives));
      }
      step = step.before;
    }
    return new Path(items, skipped);
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
    Level level = java.util.Objects.requireNonNull(step.open);
    Fit fit = java.util.Objects.requireNonNull(step.fit);
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
