package io.rapporteur.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rapporteur.schemas.log.BrokerAccess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentityPropertiesTest {

  private static final BrokerAccess KAFKA =
      new BrokerAccess("localhost:9092", "identity", "secret", "SASL_PLAINTEXT");
  private static final URI REGISTRY = URI.create("http://localhost:8081");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "ftp://127.0.0.1",
        "http://127.0.0.1/",
        "http://127.0.0.1/identity",
        "http://127.0.0.1?x=1",
        "http://127.0.0.1#x",
        "http://me@127.0.0.1"
      })
  void refuseAnIssuerThatIsMoreOrLessThanSchemeHostAndPort(String issuer) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> properties(issuer, Duration.ofHours(1)))
        .withMessageStartingWith("rapporteur.identity.issuer: " + issuer + " (expected: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1H", "PT0.5S"})
  void refuseALifetimeUnderASecond(Duration lifetime) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> properties("http://127.0.0.1", lifetime))
        .withMessageContaining("(expected: PT1S or more)");
  }

  @Test
  void refuseASecretWithoutATableOfParticipants() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new IdentityProperties(
                    URI.create("http://127.0.0.1"),
                    Path.of("identity"),
                    null,
                    "open sesame",
                    false,
                    null,
                    null,
                    Duration.ofHours(1),
                    KAFKA,
                    REGISTRY))
        .withMessageStartingWith("rapporteur.identity.participants: missing (expected: ");
  }

  @Test
  void neverPrintTheSecret() {
    assertThat(properties("https://identity.example:8443", Duration.ofHours(1)).toString())
        .contains("https://identity.example:8443")
        .doesNotContain("open sesame", "open barley");
  }

  private static IdentityProperties properties(String issuer, Duration lifetime) {
    return new IdentityProperties(
        URI.create(issuer),
        Path.of("identity"),
        Path.of("p.json"),
        "open sesame",
        false,
        null,
        "open barley",
        lifetime,
        KAFKA,
        REGISTRY);
  }
}
