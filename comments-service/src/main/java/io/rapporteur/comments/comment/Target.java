package io.rapporteur.comments.comment;

import java.util.Optional;

/**
 * What a comment addresses: a recommendation, a section, a document, or the whole consultation if
 * nothing is named.
 *
 * @param recommendationVersion version of the recommendation that the comment addresses
 */
public record Target(
    Optional<String> document,
    Optional<String> section,
    Optional<String> recommendation,
    Optional<Integer> recommendationVersion) {}
