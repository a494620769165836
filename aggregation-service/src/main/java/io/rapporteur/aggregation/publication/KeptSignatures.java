package io.rapporteur.aggregation.publication;

import io.rapporteur.schemas.signing.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Signs a text once, and gives the same signature again for the same text: a signature of ES256 is
 * another each time, and a bundle would be other bytes. Signatures lie beside the key, so that
 * instances that share the key share them. One that is lost is made anew, and is as good.
 * Thread-safe.
 */
public final class KeptSignatures {

  private final SigningKey key;
  private final Path folder;

  /** Signs with a key, and keeps in a folder. */
  public KeptSignatures(SigningKey key, Path folder) {
    this.key = key;
    this.folder = folder;
  }

  /**
   * The signature of a text.
   *
   * @param type of what is signed
   * @return a compact JWS
   */
  public String sign(String type, byte[] text) {
    Path file = folder.resolve(name(type, text));
    try {
      Files.createDirectories(folder);
      if (!Files.exists(file)) {
        keep(file, key.sign(type, text));
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("signature " + file + ": cannot be kept", e);
    }
  }

  /** Written aside and linked into place: the first stays, and no half is ever found. */
  private void keep(Path file, String signature) throws IOException {
    Path aside = Files.createTempFile(folder, "signature", ".next");
    try {
      Files.writeString(aside, signature);
      Files.createLink(file, aside);
    } catch (FileAlreadyExistsException e) {
      // Another was first; its signature is given.
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private String name(String type, byte[] text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(key.publicKeys().toString().getBytes(StandardCharsets.UTF_8));
      digest.update(type.getBytes(StandardCharsets.UTF_8));
      digest.update(text);
      return HexFormat.of().formatHex(digest.digest()) + ".jws";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
