package io.rapporteur.ingest.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step of one path; the paths that it won against are kept for a while. */
final class Step {

  /** Below this the second best path is too near to be left out of sight: half a lost item. */
  private static final double MARGIN = 2.0;

  final @Nullable Step before;
  final @Nullable Level open;
  final double cost;
  final int items;
  final @Nullable Fit fit;
  final int gap;
  List<Step> beaten = List.of();

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

  /** Puts a step among those of its place: of two that come to one state the better stays. */
  static void offer(Map<Optional<Level>, Step> next, Step step) {
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
}
