package io.rapporteur.schemas.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
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
import java.text.ParseException;
import java.util.Map;

/**
 * A key that signs (EC P-256, ES256): made at the first start, kept as a JWK in a file of mode
 * 0600. Immutable and thread-safe.
 */
public final class SigningKey {

  private final ECKey key;
  private final ECDSASigner signer;

  private SigningKey(ECKey key) throws JOSEException {
    this.key = key;
    this.signer = new ECDSASigner(key.toECPrivateKey());
  }

  /**
   * Reads the key, or makes it.
   *
   * @param file instances of one service share it
   * @throws UncheckedIOException if it can be neither read nor made
   * @throws IllegalStateException if the file holds no such key
   */
  public static SigningKey of(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return new SigningKey(ECKey.parse(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("signing key " + file + ": cannot be used", e);
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException(
          "signing key " + file + ": not readable (expected: a JWK of EC P-256)", e);
    }
  }

  /** Written aside and linked into place, so that no half of a key is ever found. */
  private static void make(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path aside =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            "signing-key",
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
      throw new IllegalStateException("signing key: cannot be made", e);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /** The public half as a JWK set (RFC 7517), for those who verify. */
  public Map<String, Object> publicKeys() {
    return new JWKSet(key).toJSONObject(true);
  }

  /**
   * Signs.
   *
   * @param type of what is signed, for instance {@code rapporteur-receipt}
   * @param payload canonical JSON (RFC 8785)
   * @return a compact JWS (RFC 7515)
   */
  public String sign(String type, byte[] payload) {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType(type))
            .keyID(key.getKeyID())
            .build();
    try {
      var signed = new JWSObject(header, new Payload(payload));
      signed.sign(signer);
      return signed.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(type + ": cannot be signed", e);
    }
  }
}
