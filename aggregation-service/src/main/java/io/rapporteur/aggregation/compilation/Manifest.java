package io.rapporteur.aggregation.compilation;

/**
 * What an edition is, in a few numbers.
 *
 * @param edition its name
 * @param comments how many it held when it was published
 * @param digest of its comments then
 * @param root of the tree over the receipts of its texts; empty if it has none
 * @param signed compact JWS (RFC 7515) over all of this, the time, and the root of the edition
 *     before; empty if it has none
 */
public record Manifest(String edition, int comments, String digest, String root, String signed) {}
