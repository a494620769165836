package io.rapporteur.identity.account;

import java.util.Optional;

/** Hashes passwords so that guessing is slow. Implementations are thread-safe. */
public interface Passwords {

  /** The hash that is kept. */
  String hash(String password);

  /** Whether it is the password; takes the same time where there is none. */
  boolean matches(String password, Optional<String> hash);
}
