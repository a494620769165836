package io.rapporteur.comments.receipt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.interfaces.ECPrivateKey;
import java.text.ParseException;
import java.util.Map;

/**
 * The key that signs receipts (EC P-256): made at the first start, kept as a JWK in a file of mode
 * 0600. Immutable.
 */
public final class ReceiptKey {

  private final ECKey key;

  private ReceiptKey(ECKey key) {
    this.key = key;
  }

  /**
   * Reads the key, or makes it.
   *
   * @param file instances of one service share it
   * @throws UncheckedIOException if it can be neither read nor made
   * @throws IllegalStateException if the file holds no such key
   */
  public static ReceiptKey of(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return new ReceiptKey(ECKey.parse(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("receipt key " + file + ": cannot be used", e);
    } catch (ParseException e) {
      throw new IllegalStateException(
          "receipt key " + file + ": not readable (expected: a JWK of EC P-256)", e);
    }
  }

  /** Written aside and linked into place, so that no half of a key is ever found. */
  private static void make(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path aside =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            "receipt-key",
            ".next",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      ECKey made =
          new ECKeyGenerator(Curve.P_256)
              .keyUse(KeyUse.SIGNATURE)
              .keyIDFromThumbprint(true)
              .generate();
      Files.writeString(aside, made.toJSONString());
      Files.createLink(file, aside);
    } catch (FileAlreadyExistsException e) {
      // Another instance was first; its key is read.
    } catch (JOSEException e) {
      throw new IllegalStateException("receipt key: cannot be made", e);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /** The public half as a JWK set (RFC 7517), for those who verify receipts. */
  public Map<String, Object> publicKeys() {
    return new JWKSet(key).toJSONObject(true);
  }

  String id() {
    return key.getKeyID();
  }

  ECPrivateKey privateKey() throws JOSEException {
    return key.toECPrivateKey();
  }
}
