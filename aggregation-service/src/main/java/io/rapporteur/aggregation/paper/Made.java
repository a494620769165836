package io.rapporteur.aggregation.paper;

/**
 * A paper with what its reader was when it was made.
 *
 * @param byGrant the reader saw what is sealed by a grant, which may end
 */
public record Made(Paper paper, boolean byGrant) {}
