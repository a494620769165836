package io.rapporteur.ingest.reading;

import java.util.List;

/**
 * What the reader understood of a report.
 *
 * @param sections in the order of the text
 * @param items recommendations, in the order of the text
 * @param questions what a human should look at: what is missing, and what was left open
 * @param proposals lists that nobody has named or confirmed; nothing is published while there are
 *     any
 */
public record Reading(
    List<Section> sections,
    List<Item> items,
    List<Question> questions,
    List<ListProposal> proposals) {

  /**
   * An item below this confidence waits for a human decision. One letter that machines confuse, put
   * right by all its neighbours, is 0.85 and passes; where a second path through the list is nearly
   * as good, the item is 0.5 at most and does not.
   */
  public static final double DECIDED = 0.8;

  /** Copies the lists. */
  public Reading {
    sections = List.copyOf(sections);
    items = List.copyOf(items);
    questions = List.copyOf(questions);
    proposals = List.copyOf(proposals);
  }

  /** A reading of lists that were named. */
  public Reading(List<Section> sections, List<Item> items, List<Question> questions) {
    this(sections, items, questions, List.of());
  }

  /** A reading that left nothing open. */
  public Reading(List<Section> sections, List<Item> items) {
    this(sections, items, List.of());
  }

  /** The items that wait for a human decision; nothing is published while there are any. */
  public List<Item> undecided() {
    return items.stream().filter(Item::undecided).toList();
  }

  /** The same reading with other items. */
  public Reading with(List<Item> others) {
    return new Reading(sections, others, questions, proposals);
  }

  /** The same reading, its lists being proposals. */
  Reading proposing(List<ListProposal> lists) {
    return new Reading(sections, items, questions, lists);
  }

  /** The same reading, a proposed list being confirmed. */
  public Reading confirming(String section) {
    return new Reading(sections, items, questions, without(section));
  }

  /** The same reading without a proposed list. */
  public Reading dropping(String section) {
    return new Reading(
        sections.stream().filter(each -> !each.id().equals(section)).toList(),
        items.stream().filter(each -> !each.section().equals(section)).toList(),
        questions,
        without(section));
  }

  private List<ListProposal> without(String section) {
    return proposals.stream().filter(each -> !each.section().equals(section)).toList();
  }
}
