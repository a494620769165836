package io.rapporteur.identity;

import io.rapporteur.identity.account.PasswordPolicy;
import io.rapporteur.identity.account.Passwords;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Passwords as bcrypt hashes of cost 12. bcrypt looks at 72 bytes at most, which is 36 letters of
 * Arabic: it is given the SHA-256 of the password, bound to this use by its first words, so that
 * every character counts. Thread-safe.
 */
final class BcryptPasswords implements Passwords {

  private static final int COST = 12;
  private static final String USE = "rapporteur password\n";

  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(COST);

  /** Of nobody's password: an unknown account costs as much time as a known one. */
  private final String nobodys = hash("nobody's password");

  @Override
  public String hash(String password) {
    return Objects.requireNonNull(bcrypt.encode(digest(password)));
  }

  @Override
  public boolean matches(String password, Optional<String> hash) {
    boolean matches = bcrypt.matches(digest(password), hash.orElse(nobodys));
    return matches && hash.isPresent();
  }

  private static String digest(String password) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((USE + PasswordPolicy.normal(password)).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
