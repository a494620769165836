package io.rapporteur.aggregation.search;

import java.util.Optional;

/**
 * What a text is a text of.
 *
 * @param part {@code recommendation}, {@code entry}, {@code text}, {@code translation}, {@code
 *     proposed-text}, {@code rationale} or {@code quotation}
 * @param recommendation id of the item; empty for a comment on a section, an entry or the whole
 * @param entry id of the entry of the consolidated draft; empty for what is not on one
 * @param comment id; empty for the text of an item or an entry
 * @param revision of the comment; 0 for the text of an item or an entry
 * @param participant who comments; empty for the text of an item or an entry
 */
public record Source(
    String part,
    Optional<String> recommendation,
    Optional<String> entry,
    Optional<String> comment,
    int revision,
    Optional<String> participant) {

  /** The text of an item. */
  static Source ofItem(String id) {
    return new Source(
        "recommendation", Optional.of(id), Optional.empty(), Optional.empty(), 0, Optional.empty());
  }

  /** The text of an entry of the draft. */
  static Source ofEntry(String id) {
    return new Source(
        "entry", Optional.empty(), Optional.of(id), Optional.empty(), 0, Optional.empty());
  }
}
