package io.rapporteur.identity.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash by which codes are kept that were made at random with 80 bits or more: they cannot be
 * guessed, so that one SHA-256 over account and code is enough and a look-up costs nothing.
 */
final class Fingerprint {

  private Fingerprint() {}

  static String of(String account, String code) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(account.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0);
      return HexFormat.of().formatHex(sha256.digest(code.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
