package io.rapporteur.aggregation.compilation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Under which item a comment stands. One on an item that was merged into another since follows it
 * there; one on an item that was withdrawn stays with it. Each bears what became of its item, so
 * that nobody reads it as said of another text. A row of merges that runs in a circle, or out of
 * the consultation, is followed nowhere. Immutable.
 */
public final class Placing {

  private final Map<String, Item> items = new HashMap<>();
  private final boolean follows;

  private Placing(List<Item> items, boolean follows) {
    items.forEach(item -> this.items.put(item.id(), item));
    this.follows = follows;
  }

  /** Places comments where their items went. */
  public static Placing following(List<Item> items) {
    return new Placing(items, true);
  }

  /** Leaves each comment on the item that it is on. */
  public static Placing asAddressed(List<Item> items) {
    return new Placing(items, false);
  }

  /**
   * What became of the item that a comment is on.
   *
   * @param item that it is on; it does not stand any more
   * @param into the item that it was merged into, at the end; empty if it was withdrawn
   */
  public record Passing(Item item, Optional<Item> into) {}

  /** Id of the item under which a comment stands; empty if it is on none. */
  public Optional<String> item(Comment comment) {
    return comment.recommendation().map(id -> follows ? end(id).map(Item::id).orElse(id) : id);
  }

  /** Id of the section under which it stands. */
  public Optional<String> section(Comment comment) {
    return item(comment).flatMap(this::find).map(item -> item.section().id()).or(comment::section);
  }

  /** Id of the document under which it stands. */
  public Optional<String> document(Comment comment) {
    return item(comment).flatMap(this::find).map(Item::document).or(comment::document);
  }

  /** What became of its item; empty if that stands. */
  public Optional<Passing> passing(Comment comment) {
    return comment
        .recommendation()
        .flatMap(this::find)
        .filter(item -> !item.status().equals(Item.STANDING))
        .map(item -> new Passing(item, end(item.id())));
  }

  private Optional<Item> find(String id) {
    return Optional.ofNullable(items.get(id));
  }

  /** Where the merges of an item end; empty if it was not merged, or they end nowhere. */
  private Optional<Item> end(String id) {
    Set<String> seen = new HashSet<>(Set.of(id));
    Optional<Item> at = find(id);
    while (at.flatMap(Item::into).isPresent()) {
      Optional<Item> next = at.flatMap(Item::into).flatMap(this::find);
      if (next.isEmpty() || !seen.add(next.get().id())) {
        return Optional.empty();
      }
      at = next;
    }
    return at.filter(item -> !item.id().equals(id));
  }
}
