package io.rapporteur.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

final class IdentityLifeTest {

  @TempDir private Path folder;

  @Test
  void aTokenIsStillBelievedAfterARestart() throws IOException {
    String token;
    try (var issuer = Issuer.start(folder)) {
      token = Issuer.accessToken(issuer.token("eg", Issuer.SECRET));
    }

    try (var issuer = Issuer.start(folder)) {
      assertThat(issuer.read(token).getSubject()).isEqualTo("eg");
    }

    Path key = folder.resolve("identity/signing-key.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
  }

  @Test
  void aTokenIsBelievedForItsLifetimeAndNoLonger() {
    try (var issuer = Issuer.start(folder, "rapporteur.identity.token-lifetime=PT10M")) {
      String token = Issuer.accessToken(issuer.token("eg", Issuer.SECRET));

      assertThat(issuer.read(token, in(Duration.ofMinutes(9))).getSubject()).isEqualTo("eg");
      // A reader tolerates a minute between two clocks.
      assertThatExceptionOfType(JwtValidationException.class)
          .isThrownBy(() -> issuer.read(token, in(Duration.ofMinutes(12))))
          .withMessageContaining("expired");
    }
  }

  @Test
  void aTokenOfAnotherKeyIsNotBelieved() throws IOException {
    String token;
    try (var issuer = Issuer.start(folder)) {
      token = Issuer.accessToken(issuer.token("eg", Issuer.SECRET));
    }
    Files.delete(folder.resolve("identity/signing-key.json"));

    try (var issuer = Issuer.start(folder)) {
      assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> issuer.read(token));
    }
  }

  @Test
  void nobodyGetsATokenWithoutADemoSecret() {
    try (var issuer = Issuer.start(folder, "rapporteur.identity.demo-secret=")) {
      assertThat(issuer.token("eg", Issuer.SECRET).statusCode()).isEqualTo(401);
      assertThat(issuer.token("eg", "null").statusCode()).isEqualTo(401);
      assertThat(issuer.token("secretariat", "null").statusCode()).isEqualTo(401);
      assertThat(issuer.get("/oauth2/jwks").statusCode()).isEqualTo(200);
    }
  }

  private static Clock in(Duration ahead) {
    return Clock.offset(Clock.systemUTC(), ahead);
  }
}
