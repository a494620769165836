package io.rapporteur.schemas.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookTermsTest {

  @ParameterizedTest
  @CsvSource({
    "h.example.org, https://h.example.org/in, true",
    "h.example.org, https://h.example.org:443/in, true",
    "H.Example.org, https://h.EXAMPLE.org/in, true",
    "h.example.org:443, https://h.example.org/in, true",
    "h.example.org:8443, https://h.example.org:8443/in, true",
    "h.example.org:80, http://h.example.org/in, true",
    "h.example.org:0, https://h.example.org:0/in, true",
    "h.example.org, https://h.example.org:8443/in, false",
    "h.example.org, https://h.example.org:0/in, false",
    "h.example.org:8443, https://h.example.org/in, false",
    "h.example.org:80, https://h.example.org/in, false",
    "h.example.org:443, http://h.example.org/in, false",
    "h.example.org, http://h.example.org/in, false",
    "h.example.org, http://h.example.org:443/in, false",
    "example.org, https://h.example.org/in, false",
    "*, https://h.example.org/in, true",
    "*, https://h.example.org:8443/in, false",
    "*, http://h.example.org/in, false",
    "h.example.org, https://h.example.org./in, false",
    "h.example.org, https://h.example.org.example.com/in, false"
  })
  void allowsTheHostsAndPortsThatAreNamedAndNoOther(String named, URI url, boolean allowed) {
    assertThat(new WebhookTerms(Set.of(named), true, Duration.ofSeconds(1)).hostAllowed(url))
        .isEqualTo(allowed);
  }
}
