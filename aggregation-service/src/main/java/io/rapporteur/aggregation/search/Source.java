package io.rapporteur.aggregation.search;

import java.util.Optional;

/**
 * What a text is a text of.
 *
 * @param part {@code recommendation}, {@code text}, {@code translation}, {@code proposed-text},
 *     {@code rationale} or {@code quotation}
 * @param recommendation id of the item; empty for a comment on a section or the whole
 * @param comment id; empty for the text of an item
 * @param revision of the comment; 0 for the text of an item
 * @param participant who comments; empty for the text of an item
 */
public record Source(
    String part,
    Optional<String> recommendation,
    Optional<String> comment,
    int revision,
    Optional<String> participant) {}
