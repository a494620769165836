package io.rapporteur.identity.account;

import java.time.Instant;

/**
 * A secret that is valid now.
 *
 * @param number within the account, never used again
 * @param hash the secret itself is kept nowhere
 */
public record Secret(int number, String hash, Instant createdAt, String createdBy) {}
