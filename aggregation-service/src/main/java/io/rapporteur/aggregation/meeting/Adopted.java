package io.rapporteur.aggregation.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The adopted list: what was agreed, in the order of the entries, numbered anew, without
 * attribution. Texts stand as last corrected; each correction keeps what it corrected.
 *
 * @param language of adoption
 * @param adoptedAt when it was adopted in the room
 * @param corrections in their order
 */
public record Adopted(
    String language, Instant adoptedAt, List<Item> items, List<Correction> corrections) {

  /** Copies the lists. */
  public Adopted {
    items = List.copyOf(items);
    corrections = List.copyOf(corrections);
  }

  /**
   * One item of the list.
   *
   * @param number from 1
   * @param entry entry that it was
   * @param texts by language: those that were agreed, and those that followed
   * @param agreed languages in which it was agreed, that of adoption among them
   */
  public record Item(int number, String entry, Map<String, String> texts, Set<String> agreed) {

    /** Copies the collections. */
    public Item {
      texts = Map.copyOf(texts);
      agreed = Set.copyOf(agreed);
    }

    private Item with(String language, String text) {
      Map<String, String> next = new HashMap<>(texts);
      next.put(language, text);
      return new Item(number, entry, next, agreed);
    }
  }

  /**
   * A correction.
   *
   * @param number from 1; it is called Corr.1
   * @param at when it was recorded
   */
  public record Correction(int number, Instant at, String reason, List<Change> changes) {

    /** Copies the changes. */
    public Correction {
      changes = List.copyOf(changes);
    }

    /** What it is called. */
    public String label() {
      return "Corr." + number;
    }
  }

  /** What a correction changed: the text of an item in one language. */
  public record Change(int item, String language, String before, String after) {}

  /** The languages in which the list is whole, that of adoption first. */
  public List<String> languages() {
    List<String> whole = new ArrayList<>(List.of(language));
    Set<String> others = new TreeSet<>();
    items.forEach(item -> others.addAll(item.texts.keySet()));
    others.remove(language);
    others.stream()
        .filter(other -> items.stream().allMatch(item -> item.texts.containsKey(other)))
        .forEach(whole::add);
    return whole;
  }

  /** A text that was agreed is not overwritten by one that follows. */
  Adopted followed(String further, List<String> texts) {
    return with(
        items.stream()
            .map(
                item ->
                    item.agreed.contains(further)
                        ? item
                        : item.with(further, texts.get(item.number - 1)))
            .toList(),
        corrections);
  }

  Adopted corrected(Step.ListCorrected correction, Instant at) {
    List<Item> next = new ArrayList<>(items);
    List<Change> changes = new ArrayList<>();
    for (Step.CorrectText text : correction.texts()) {
      Item item = next.get(text.item() - 1);
      String before = Objects.requireNonNull(item.texts.get(text.language()));
      changes.add(new Change(text.item(), text.language(), before, text.text()));
      next.set(text.item() - 1, item.with(text.language(), text.text()));
    }
    List<Correction> all = new ArrayList<>(corrections);
    all.add(new Correction(correction.number(), at, correction.reason(), changes));
    return with(next, all);
  }

  private Adopted with(List<Item> nextItems, List<Correction> nextCorrections) {
    return new Adopted(language, adoptedAt, nextItems, nextCorrections);
  }
}
