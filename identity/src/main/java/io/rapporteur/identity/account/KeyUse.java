package io.rapporteur.identity.account;

import java.time.Instant;
import java.util.Optional;

/**
 * The last sign-in with a key.
 *
 * @param key number of the key within the account
 * @param credential credential id, base64url
 * @param counter signature counter that the key told; 0 if it has none
 * @param usedAt empty if it was never used
 */
public record KeyUse(
    String account, int key, String credential, long counter, Optional<Instant> usedAt) {

  /** A key without a counter always tells 0; one with a counter tells more each time. */
  boolean isFollowedBy(long next) {
    return counter == 0 && next == 0 || next > counter;
  }
}
