package io.rapporteur.aggregation.compilation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of a compilation: what is general, then section by section and item by item in the
 * order of the text, and in each place the house order.
 */
public final class TextOrder {

  private final Map<String, Integer> places = new HashMap<>();
  private final HouseOrder order;

  /**
   * @param items in the order of the text
   * @param order of participants
   */
  public TextOrder(List<Item> items, HouseOrder order) {
    this.order = order;
    for (Item item : items) {
      places.putIfAbsent(item.section().id(), places.size() + 1);
      places.put(item.id(), places.size() + 1);
    }
  }

  /** Orders comments. */
  public Comparator<Comment> comments() {
    return Comparator.<Comment>comparingInt(
            comment ->
                places.getOrDefault(comment.recommendation().or(comment::section).orElse(""), 0))
        .thenComparing(order.comments());
  }
}
