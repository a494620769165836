package io.rapporteur.identity.account;

import java.time.Instant;

/**
 * By which a person takes an account into use, once.
 *
 * @param hash of the code; the code itself is kept nowhere
 * @param expiresAt from this instant on it opens nothing
 */
public record Invitation(String hash, Instant createdAt, String createdBy, Instant expiresAt) {

  /** Whether this code opens it at that time. */
  boolean opens(String account, String code, Instant at) {
    return at.isBefore(expiresAt) && Fingerprint.of(account, code).equals(hash);
  }
}
