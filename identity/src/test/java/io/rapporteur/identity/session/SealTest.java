package io.rapporteur.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SealTest {

  private static final Instant NOW = Instant.parse("2021-03-01T12:00:00Z");

  private final Seal seal = seal(1, NOW);
  private final String sealed =
      seal.close("session", new JWTClaimsSet.Builder().subject("eg.1"), NOW.plusSeconds(60));

  @Test
  void opensWhatAnotherInstanceWithTheSameKeySealed() {
    assertThat(seal(1, NOW).open("session", sealed))
        .hasValueSatisfying(claims -> assertThat(claims.getSubject()).isEqualTo("eg.1"));
  }

  @Test
  void opensNothingOfAnotherKeyPurposeOrTime() {
    assertThat(seal(2, NOW).open("session", sealed)).isEmpty();
    assertThat(seal.open("code", sealed)).isEmpty();
    assertThat(seal(1, NOW.plus(Duration.ofSeconds(60))).open("session", sealed)).isEmpty();
  }

  @Test
  void opensNothingThatWasChangedOrMadeUp() throws JOSEException {
    String changed =
        sealed.substring(0, sealed.length() - 2) + (sealed.endsWith("A") ? "BB" : "AA");
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .audience("session")
            .expirationTime(Date.from(NOW.plusSeconds(60)))
            .build();
    var byPassword =
        new EncryptedJWT(
            new JWEHeader(JWEAlgorithm.PBES2_HS256_A128KW, EncryptionMethod.A256GCM), claims);
    byPassword.encrypt(new PasswordBasedEncrypter("guess", 8, 1_000));

    assertThat(seal.open("session", changed)).isEmpty();
    assertThat(seal.open("session", new PlainJWT(claims).serialize())).isEmpty();
    assertThat(seal.open("session", byPassword.serialize())).isEmpty();
    assertThat(seal.open("session", "")).isEmpty();
    assertThat(seal.open("session", "x".repeat(10_000))).isEmpty();
  }

  private static Seal seal(int key, Instant now) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) key;
    return new Seal(new SecretKeySpec(bytes, "AES"), Clock.fixed(now, ZoneOffset.UTC));
  }
}
