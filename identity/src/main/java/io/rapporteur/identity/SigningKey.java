package io.rapporteur.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Set;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs tokens (RSA 2048: a service checks a signature at every request, and RSA is
 * the cheapest to check). Made at the first start and kept as a JWK in a file of mode 0600, so that
 * tokens outlive a restart. Immutable.
 */
final class SigningKey {

  private static final int BITS = 2048;
  private static final int DERIVED_BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ALONE =
      PosixFilePermissions.fromString("rw-------");

  private final RSAKey key;

  private SigningKey(RSAKey key) {
    this.key = key;
  }

  /**
   * Reads the key, or makes it.
   *
   * @throws UncheckedIOException if it can be neither read nor made
   * @throws IllegalStateException if the file is open to others, or holds no such key
   */
  static SigningKey of(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
      if (!OWNER_ALONE.containsAll(mode)) {
        throw new IllegalStateException(
            "signing key %s: mode %s (expected: rw-------)"
                .formatted(file, PosixFilePermissions.toString(mode)));
      }
      RSAKey key = RSAKey.parse(Files.readString(file));
      if (!key.isPrivate() || key.size() < BITS) {
        throw unusable(file, null);
      }
      return new SigningKey(key);
    } catch (ParseException e) {
      throw unusable(file, e);
    } catch (IOException e) {
      throw new UncheckedIOException("signing key " + file + ": can be neither read nor made", e);
    }
  }

  private static IllegalStateException unusable(Path file, @Nullable Exception cause) {
    return new IllegalStateException(
        "signing key " + file + ": not readable (expected: a private JWK of RSA 2048)", cause);
  }

  /** Written aside and moved, so that a power cut leaves the whole key or none. */
  private static void make(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(next);
    try (var channel =
        FileChannel.open(
            next,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(OWNER_ALONE))) {
      var bytes = ByteBuffer.wrap(generate().toJSONString().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform makes RSA keys", e);
    }
  }

  /**
   * A key of 256 bits that everyone has who has this one, and nobody else (HKDF, RFC 5869).
   *
   * @param purpose for which it is; each purpose has a key of its own
   */
  SecretKey derived(String purpose) {
    try {
      KDF hkdf = KDF.getInstance("HKDF-SHA256");
      return hkdf.deriveKey(
          "AES",
          HKDFParameterSpec.ofExtract()
              .addIKM(key.toRSAPrivateKey().getPrivateExponent().toByteArray())
              .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), DERIVED_BYTES));
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException("every Java platform has HKDF", e);
    }
  }

  /** For signing, and for those who verify: they are shown the public half. */
  JWKSource<SecurityContext> source() {
    return new ImmutableJWKSet<>(new JWKSet(key));
  }
}
