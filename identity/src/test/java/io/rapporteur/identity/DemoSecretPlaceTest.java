package io.rapporteur.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapporteur.schemas.log.BrokerAccess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DemoSecretPlaceTest {

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8080, 127.0.0.1,",
    "http://localhost:8080, ::1,",
    "http://[::1]:8080, 127.0.0.5,",
    "http://localhost:8080, localhost,",
    "http://localhost:8080,, 127.0.0.1:8080",
    "http://localhost:8080, 0.0.0.0, [::1]:8080"
  })
  void isGoodOnLoopback(String issuer, @Nullable String listensOn, @Nullable String publishedAt) {
    assertThatCode(
            () -> DemoSecretPlace.check(properties(issuer, "demo", false, publishedAt), listensOn))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080,,, listens on all addresses",
    "http://localhost:8080, 0.0.0.0,, listens on 0.0.0.0",
    "http://localhost:8080, 192.0.2.1,, listens on 192.0.2.1",
    "http://localhost:8080, desk.example.org,, listens on desk.example.org",
    "http://localhost:8080, 127.0.0.1, 0.0.0.0:8080, is published at 0.0.0.0:8080",
    "http://localhost:8080, 127.0.0.1, 8080, is published at 8080",
    "https://desk.example.org, 127.0.0.1,, is known as https://desk.example.org",
    "https://desk.example.org,, 127.0.0.1:8080, is known as https://desk.example.org"
  })
  void isRefusedWhereOthersReachIt(
      String issuer, @Nullable String listensOn, @Nullable String publishedAt, String why) {
    assertThatExceptionOfType(DemoSecretExposedException.class)
        .isThrownBy(
            () -> DemoSecretPlace.check(properties(issuer, "demo", false, publishedAt), listensOn))
        .withMessageStartingWith("rapporteur.identity.demo-secret: set, while the issuer " + why)
        .withMessageNotContaining("demo-secret: demo");
  }

  @Test
  void mayBeAnywhereWhereASettingSaysSoOrThereIsNoSecret() {
    assertThatCode(
            () ->
                DemoSecretPlace.check(
                    properties("https://desk.example.org", "demo", true, null), null))
        .doesNotThrowAnyException();
    assertThatCode(
            () ->
                DemoSecretPlace.check(
                    properties("https://desk.example.org", " ", false, null), null))
        .doesNotThrowAnyException();
  }

  @Test
  void stopsTheStart(@TempDir Path folder) {
    assertThatCode(() -> Issuer.start(folder, "server.address=0.0.0.0"))
        .hasRootCauseInstanceOf(DemoSecretExposedException.class);
  }

  private static IdentityProperties properties(
      String issuer, String secret, boolean anywhere, @Nullable String publishedAt) {
    return new IdentityProperties(
        URI.create(issuer),
        Path.of("identity"),
        Path.of("p.json"),
        secret,
        anywhere,
        publishedAt,
        null,
        Duration.ofHours(1),
        new BrokerAccess("localhost:9092", "identity", "secret", "SASL_PLAINTEXT"),
        URI.create("http://localhost:8081"));
  }
}
