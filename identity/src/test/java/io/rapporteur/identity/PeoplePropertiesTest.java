package io.rapporteur.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeoplePropertiesTest {

  private static final URI ISSUER = URI.create("http://127.0.0.1:8080");

  @Test
  void theKeysAreBoundToTheHostOfThePages() {
    PeopleProperties pages = properties(URI.create("https://desk.example.org"), List.of());

    assertThat(pages.rpIdOr(ISSUER)).isEqualTo("desk.example.org");
    assertThat(properties(null, List.of()).addressOr(ISSUER)).isEqualTo(ISSUER);
  }

  @Test
  void namesAllFaultsAtOnce() {
    var nowhere = new PeopleProperties.Client("portal", List.of(), List.of());
    var fragment =
        new PeopleProperties.Client(
            "portal", List.of(URI.create("https://portal.example/#x")), List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> properties(URI.create("https://desk.example/x"), List.of(nowhere, fragment)))
        .withMessageContaining("address: https://desk.example/x")
        .withMessageContaining("portal without redirect-uris")
        .withMessageContaining("each id once")
        .withMessageContaining("without fragment");
  }

  private static PeopleProperties properties(
      @org.jspecify.annotations.Nullable URI address, List<PeopleProperties.Client> clients) {
    Duration hour = Duration.ofHours(1);
    return new PeopleProperties(address, null, hour, hour, hour, hour, clients);
  }
}
