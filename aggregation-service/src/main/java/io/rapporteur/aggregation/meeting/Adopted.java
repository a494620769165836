package io.rapporteur.aggregation.meeting;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The adopted list: what was agreed, in the order of the entries, numbered anew, without
 * attribution.
 *
 * @param language of adoption
 * @param adoptedAt when it was adopted in the room
 * @param following texts of further languages, each in the order of the numbers
 */
public record Adopted(
    String language, Instant adoptedAt, List<Item> items, Map<String, List<String>> following) {

  /** Copies the collections. */
  public Adopted {
    items = List.copyOf(items);
    following = Map.copyOf(following);
  }

  /**
   * One item of the list.
   *
   * @param number from 1
   * @param entry entry that it was
   * @param text in the language of adoption
   */
  public record Item(int number, String entry, String text) {}

  Adopted followed(String further, List<String> texts) {
    Map<String, List<String>> next = new HashMap<>(following);
    next.put(further, List.copyOf(texts));
    return new Adopted(language, adoptedAt, items, next);
  }
}
