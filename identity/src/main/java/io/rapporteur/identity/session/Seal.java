package io.rapporteur.identity.session;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Seals claims so that nobody reads or changes them, until they expire (JWE, {@code dir} with
 * {@code A256GCM}). Every instance with the same signing key opens what another sealed; nothing is
 * kept here. Thread-safe.
 */
public final class Seal {

  private static final int LONGEST = 4_096;

  private final SecretKey key;
  private final Clock clock;

  /** Seals with a key of 256 bits. */
  public Seal(SecretKey key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  /** Seals claims for one purpose, in whole seconds until an instant. */
  public String close(String purpose, JWTClaimsSet.Builder claims, Instant expiresAt) {
    try {
      var jwt =
          new EncryptedJWT(
              new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM),
              claims.audience(purpose).expirationTime(Date.from(expiresAt)).build());
      jwt.encrypt(new DirectEncrypter(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /** The claims; empty if they were sealed by another, for another purpose, or have expired. */
  public Optional<JWTClaimsSet> open(String purpose, String sealed) {
    if (sealed.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      EncryptedJWT jwt = EncryptedJWT.parse(sealed);
      // The header is the sender's to choose: one way of sealing is opened and no other.
      if (!JWEAlgorithm.DIR.equals(jwt.getHeader().getAlgorithm())
          || !EncryptionMethod.A256GCM.equals(jwt.getHeader().getEncryptionMethod())) {
        return Optional.empty();
      }
      jwt.decrypt(new DirectDecrypter(key));
      return Optional.ofNullable(jwt.getJWTClaimsSet())
          .filter(claims -> claims.getAudience().contains(purpose))
          .filter(
              claims ->
                  claims.getExpirationTime() != null
                      && clock.instant().isBefore(claims.getExpirationTime().toInstant()));
    } catch (ParseException | JOSEException e) {
      return Optional.empty();
    }
  }
}
