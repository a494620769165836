package io.rapporteur.comments.comment;

import java.util.Optional;

/**
 * What a comment addresses: a recommendation, a section, a document, an entry of the consolidated
 * draft, or the whole consultation if nothing is named.
 *
 * @param recommendationVersion version of the recommendation that the comment addresses
 * @param draftVersion version of the circulated draft that a comment on an entry addresses
 */
public record Target(
    Optional<String> document,
    Optional<String> section,
    Optional<String> recommendation,
    Optional<Integer> recommendationVersion,
    Optional<String> entry,
    Optional<Integer> draftVersion) {

  /** Something of the text, or the whole. */
  public Target(
      Optional<String> document,
      Optional<String> section,
      Optional<String> recommendation,
      Optional<Integer> recommendationVersion) {
    this(
        document,
        section,
        recommendation,
        recommendationVersion,
        Optional.empty(),
        Optional.empty());
  }

  /** An entry, as a version of the draft has it. */
  public static Target onEntry(String entry, int draftVersion) {
    return new Target(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(entry),
        Optional.of(draftVersion));
  }
}
