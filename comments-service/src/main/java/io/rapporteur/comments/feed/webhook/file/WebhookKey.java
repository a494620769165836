package io.rapporteur.comments.feed.webhook.file;

import io.rapporteur.comments.feed.webhook.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets made with a key of 256 random bits, by HMAC-SHA256 over participant and number: who knows
 * one learns no other. The key is made at the first start and kept in a file of mode 0600, which
 * instances of one service share. Immutable.
 */
public final class WebhookKey implements Secrets {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;
  private static final int ID = 8;

  private final byte[] key;

  private WebhookKey(byte[] key) {
    this.key = key;
  }

  /**
   * Reads the key, or makes it.
   *
   * @throws UncheckedIOException if it can be neither read nor made
   * @throws IllegalStateException if the file holds no such key
   */
  public static WebhookKey of(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
      if (key.length != BYTES) {
        throw new IllegalArgumentException("too short");
      }
      return new WebhookKey(key);
    } catch (IOException e) {
      throw new UncheckedIOException("webhook key " + file + ": cannot be used", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "webhook key " + file + ": not readable (expected: 64 hexadecimal digits)", e);
    }
  }

  /** Written aside and linked into place, so that no half of a key is ever found. */
  private static void make(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path aside =
        Files.createTempFile(
            folder,
            "webhook-key",
            ".next",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      byte[] made = new byte[BYTES];
      new SecureRandom().nextBytes(made);
      Files.writeString(aside, HexFormat.of().formatHex(made) + "\n");
      Files.createLink(file, aside);
    } catch (FileAlreadyExistsException e) {
      // Another instance was first; its key is read.
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  @Override
  public String key() {
    return HexFormat.of().formatHex(Arrays.copyOf(made("id"), ID));
  }

  @Override
  public String secret(String participant, int number) {
    return "whsec_"
        + Base64.getEncoder().encodeToString(made("secret " + participant + " " + number));
  }

  private byte[] made(String of) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(of.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256: missing (expected in every JDK)", e);
    }
  }

  /** Whether it is the same key. */
  @Override
  public boolean equals(Object other) {
    return other instanceof WebhookKey same && MessageDigest.isEqual(key, same.key);
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }
}
