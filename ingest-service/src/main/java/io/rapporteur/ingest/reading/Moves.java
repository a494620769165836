package io.rapporteur.ingest.reading;

import io.rapporteur.ingest.reading.Mark.Form;
import io.rapporteur.ingest.reading.Mark.Setting;
import io.rapporteur.schemas.reference.LabelSeries;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a path may go from one place to the next, and what each way costs. */
final class Moves {

  private static final double OPENED = 1.0;
  private static final double OTHER_SERIES = 0.2;
  private static final double ALONE = 2.0;
  private static final double IN_THE_MIDDLE = 3.0;
  private static final double GAP = 4.0;
  private static final double WIDER_GAP = 0.5;
  private static final double INSERTED = 0.2;
  private static final double OTHER_DEPTH = 3.0;
  private static final int DEEPEST = 4;
  private static final List<String> ADDITIONS = List.of("", "bis", "ter", "quater", "quinquies");

  private final boolean runOn;
  private final Set<Series> series;

  Moves(List<Mark> marks, boolean runOn) {
    this.runOn = runOn;
    this.series = seriesIn(marks);
  }

  private static Set<Series> seriesIn(List<Mark> marks) {
    Set<Series> found = new LinkedHashSet<>(List.of(Series.LETTERS, Series.ROMAN, Series.NUMBERS));
    for (Mark mark : marks) {
      for (Series each : List.of(Series.ARABIC_28, Series.CYRILLIC, Series.HAN)) {
        if (mark.latin().isEmpty() && mark.place(each) > 0) {
          found.add(each);
        }
      }
    }
    return found;
  }

  void skip(Step step, Mark mark, Map<Optional<Level>, Step> next) {
    Step.offer(next, new Step(step, step.open, step.cost + skipping(mark), step.items, null, 0));
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

  void goOn(Step step, Mark mark, Map<Optional<Level>, Step> next) {
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
  static double closing(@Nullable Level open, @Nullable Level kept) {
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
    int printed = mark.place(level.series());
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
      Step.offer(next, new Step(step, moved, base + fit.cost(), step.items + 1, fit, gap));
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

  /** {@code a bis} after {@code a}, {@code a ter} after that; none stands a second time. */
  private static void added(
      Step step, Mark mark, Level level, double base, Map<Optional<Level>, Step> next) {
    Fit fit = Fit.of(mark, level.series(), level.ordinal());
    if (fit != null && ADDITIONS.indexOf(mark.addition()) > ADDITIONS.indexOf(addition(level))) {
      put(step, level, "-" + mark.addition(), base + INSERTED + fit.cost(), mark, next);
    }
  }

  /** What the item has that the level has come to; {@code ab} comes after all that is added. */
  private static String addition(Level level) {
    return level.inserted().isEmpty() || level.inserted().startsWith("-")
        ? level.inserted().replace("-", "")
        : ADDITIONS.getLast();
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
    Step.offer(next, new Step(step, moved, cost, step.items + 1, fit, 0));
  }

  void open(Step step, Mark mark, Map<Optional<Level>, Step> next) {
    Level top = step.open;
    boolean tooDeep = top != null && top.size() >= DEEPEST;
    boolean inText = top != null && mark.inline() && !runOn;
    if (tooDeep || inText || !mark.addition().isEmpty()) {
      return;
    }
    for (Series each : series) {
      int place = mark.place(each);
      if (place == 0 || (top != null && (place > 1 || top.same(each, mark.form())))) {
        continue;
      }
      double cost = step.cost + taking(mark) + (each == Series.LETTERS ? 0 : OTHER_SERIES);
      cost += top == null ? 0 : OPENED;
      cost += top != null && shallower(top, mark) ? OTHER_DEPTH : 0;
      cost += place > 1 ? IN_THE_MIDDLE : 0;
      Fit fit = Fit.of(mark, each, place);
      var level = new Level(top, each, mark.form(), place, "", mark.depth());
      Step.offer(next, new Step(step, level, cost, step.items + 1, fit, 0));
    }
  }

  private static boolean shallower(Level top, Mark mark) {
    return top.depth() > 0 && mark.depth() > 0 && mark.depth() <= top.depth();
  }
}
