package io.rapporteur.aggregation.meeting;

import java.util.List;

/**
 * What an entry is made of.
 *
 * @param entry entry id; empty as long as the log has not given a number
 * @param sources recommendation ids of its items, each once
 * @param sharesItems whether items of other entries were taken on purpose
 */
public record Card(String entry, Wording wording, List<String> sources, boolean sharesItems) {

  /** Copies the sources. */
  public Card {
    sources = List.copyOf(sources);
  }

  /** The same under an id. */
  Card numbered(String id) {
    return new Card(id, wording, sources, sharesItems);
  }
}
