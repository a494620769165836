package io.rapporteur.identity;

import io.rapporteur.identity.account.Secrets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Makes secrets of 256 random bits and keeps their bcrypt hashes. A client may have several that
 * are valid; then their hashes stand side by side, parted by spaces. Thread-safe.
 */
final class BcryptSecrets implements Secrets, PasswordEncoder {

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();

  @Override
  public Made make() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String plain = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new Made(plain, encode(plain));
  }

  @Override
  public String encode(@Nullable CharSequence plain) {
    return Objects.requireNonNull(bcrypt.encode(plain));
  }

  /** Whether it is one of the secrets that are valid. */
  @Override
  public boolean matches(@Nullable CharSequence plain, @Nullable String hashes) {
    if (plain == null || hashes == null) {
      return false;
    }
    boolean matches = false;
    for (String hash : hashes.split(" ", -1)) {
      matches |= bcrypt.matches(plain, hash);
    }
    return matches;
  }
}
