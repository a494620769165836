package io.rapporteur.identity.account;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Ten codes of 80 random bits, as people write them down: {@code 7K2M-Q9XD-0VTA-5HJE}, in the
 * letters of Crockford's base 32, which has no I, L, O and U.
 *
 * @param shown once, kept nowhere
 */
public record RecoveryCodes(List<String> shown) {

  /** How many there are in a set. */
  public static final int SET = 10;

  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;
  private static final int GROUP = 4;

  /** Copies the codes. */
  public RecoveryCodes {
    shown = List.copyOf(shown);
  }

  /** A new set. */
  static RecoveryCodes make(SecureRandom random) {
    List<String> codes = new ArrayList<>();
    while (codes.size() < SET) {
      var code = new StringBuilder();
      for (int i = 0; i < LENGTH; i++) {
        code.append(i > 0 && i % GROUP == 0 ? "-" : "")
            .append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      codes.add(code.toString());
    }
    return new RecoveryCodes(codes);
  }

  /** What is kept of them. */
  List<String> hashes(String account) {
    return shown.stream().map(code -> Fingerprint.of(account, plain(code))).toList();
  }

  /** A code as typed, in the form that is hashed. */
  static String plain(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^0-9A-Z]", "")
        .replace('I', '1')
        .replace('L', '1')
        .replace('O', '0');
  }

  /** Without the codes. */
  @Override
  public String toString() {
    return "RecoveryCodes[]";
  }
}
