package io.rapporteur.identity.account;

import java.time.Instant;
import java.util.List;

/**
 * A passkey or security key of a person (WebAuthn).
 *
 * @param number within the account, never used again
 * @param name what the person calls it
 * @param credential credential id, base64url
 * @param attestation attestation object of its registration with the public key, base64url
 * @param transports how it is reached, as the browser said
 * @param verifies whether it verified its user when it was registered
 */
public record PersonKey(
    int number,
    String name,
    String credential,
    String attestation,
    List<String> transports,
    boolean verifies,
    Instant createdAt) {

  /** Copies the transports. */
  public PersonKey {
    transports = List.copyOf(transports);
  }

  PersonKey numbered(int next) {
    return new PersonKey(next, name, credential, attestation, transports, verifies, createdAt);
  }
}
