package io.rapporteur.aggregation.compilation.http;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.HouseOrder.Filed;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Placing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One page of a compilation, in the order of the text: the comments after a cursor, as many as fit,
 * and the items from the first of them to the last. Pages put together are the whole.
 */
final class CompilationPage {

  private final Map<String, Integer> units;
  private final Placing placing;
  private final Set<String> comments = new HashSet<>();
  private final int first;
  private final int last;
  private final Optional<Comment> end;

  /**
   * Cuts a page.
   *
   * @param items in the order of the text
   * @param entries ids of what has been circulated, in the order of the draft; they follow
   * @param filtered in no order
   * @param most comments on the page
   */
  CompilationPage(
      List<Item> items,
      List<String> entries,
      List<Comment> filtered,
      HouseOrder order,
      Placing placing,
      Optional<PageCursor> cursor,
      int most) {
    units = units(items, entries);
    this.placing = placing;
    Comparator<Filed> filed = order.filed();
    first = cursor.map(c -> units.getOrDefault(c.unit(), 0)).orElse(0);
    SortedMap<Integer, List<Comment>> after = new TreeMap<>();
    filtered.stream()
        .filter(comment -> cursor.map(c -> isAfter(c, comment, filed)).orElse(true))
        .forEach(
            comment -> after.computeIfAbsent(unit(comment), u -> new ArrayList<>()).add(comment));
    // Those of a unit are ordered when the page reaches it.
    List<Comment> page =
        after.values().stream()
            .flatMap(inUnit -> inUnit.stream().sorted(order.comments()))
            .limit(most + 1L)
            .toList();
    page.stream().limit(most).forEach(comment -> comments.add(comment.id()));
    end = page.size() > most ? Optional.of(page.get(most - 1)) : Optional.empty();
    last = end.map(this::unit).orElse(Integer.MAX_VALUE);
  }

  private boolean isAfter(PageCursor cursor, Comment comment, Comparator<Filed> filed) {
    int unit = unit(comment);
    return unit > first || (unit == first && filed.compare(Filed.of(comment), cursor.last()) > 0);
  }

  /** Whether a comment is on it. */
  boolean has(Comment comment) {
    return comments.contains(comment.id());
  }

  /** Whether an item is on it. */
  boolean has(Item item) {
    @Nullable Integer unit = units.get(item.id());
    return unit != null && unit >= first && unit <= last;
  }

  /** Whether it is the first one. */
  boolean isFirst() {
    return first == 0;
  }

  /** Where the next page begins, of the same state; empty if this is the last. */
  Optional<PageCursor> next(String moment) {
    return end.map(comment -> new PageCursor(moment, unitId(comment), Filed.of(comment)));
  }

  private int unit(Comment comment) {
    return units.getOrDefault(unitId(comment), 0);
  }

  private String unitId(Comment comment) {
    return comment.entry().or(() -> placing.item(comment)).or(comment::section).orElse("");
  }

  private static Map<String, Integer> units(List<Item> items, List<String> entries) {
    Map<String, Integer> units = new HashMap<>();
    units.put("", 0);
    for (Item item : items) {
      units.putIfAbsent(item.section().id(), units.size());
      units.put(item.id(), units.size());
    }
    entries.forEach(entry -> units.put(entry, units.size()));
    return units;
  }
}
