package io.rapporteur.aggregation.compilation;

import java.util.Optional;

/**
 * What became of a published comment since its edition. Where it was withdrawn, nothing else is
 * left of it in public.
 *
 * @param kind {@code withdrawn} or {@code revised}
 * @param participant code of its author
 */
public record Notice(
    String comment,
    String kind,
    String participant,
    Optional<String> document,
    Optional<String> section,
    Optional<String> recommendation,
    Optional<String> entry) {}
