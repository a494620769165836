package io.rapporteur.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.source.JWKSource;
import io.rapporteur.schemas.access.AccessConfiguration;
import io.rapporteur.schemas.access.AccessRules;
import io.rapporteur.schemas.access.Revocations;
import io.rapporteur.schemas.access.Role;
import io.rapporteur.schemas.access.Trail;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The issuer in one context with services that believe its tokens, Boot's own choices left on. */
final class SharedContextTest {

  @TempDir private static Path folder;
  private static Issuer issuer;

  @BeforeAll
  static void start() throws Exception {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String name = "http://127.0.0.1:" + port;
    issuer =
        Issuer.start(
            new SpringApplicationBuilder(TwoServices.class),
            folder,
            "server.port=" + port,
            "rapporteur.identity.issuer=" + name,
            "rapporteur.access.issuer=" + name);
  }

  @AfterAll
  static void stop() {
    issuer.close();
  }

  @Test
  void aTokenOpensTheDoorsOfItsRoleInEachService() {
    String token = Issuer.accessToken(issuer.token("eg", Issuer.SECRET));

    assertThat(status("/desk", token)).isEqualTo(200);
    assertThat(status("/office", token)).isEqualTo(403);
    assertThat(status("/desk/closed", token)).isEqualTo(403);
    assertThat(status("/desk", token + "x")).isEqualTo(401);
    assertThat(issuer.get("/desk").statusCode()).isEqualTo(401);
    assertThat(status("/oauth2/authorize", token)).isEqualTo(400);
  }

  @Test
  void theSecretariatsTokenOpensItsOwn() {
    String token = Issuer.accessToken(issuer.token("secretariat", Issuer.SECRET));

    assertThat(status("/office", token)).isEqualTo(200);
    assertThat(status("/desk", token)).isEqualTo(403);
  }

  @Test
  void nothingIsThereTwiceAndNoUserIsMadeUp() {
    assertThat(issuer.beans(JwtDecoder.class)).containsExactly("accessTokenDecoder");
    assertThat(issuer.beans(JWKSource.class)).containsExactly("identityKeys");
    assertThat(issuer.beans(UserDetailsService.class)).isEmpty();
    assertThat(issuer.beans(SecurityFilterChain.class))
        .containsExactlyInAnyOrder(
            "identityPeople",
            "identityAuthorization",
            "identityTokens",
            "identityClosedDoors",
            "identityAccountDoors",
            "deskSecurity",
            "officeSecurity");
  }

  private static int status(String path, String token) {
    return issuer
        .send(HttpRequest.newBuilder(issuer.uri(path)).header("Authorization", "Bearer " + token))
        .statusCode();
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import({IdentityConfiguration.class, AccessConfiguration.class, Pages.class})
  static class TwoServices {

    @Bean
    SecurityFilterChain deskSecurity(
        HttpSecurity http, AccessRules rules, @Qualifier("identityTrail") Trail trail) {
      return rules.of(
          http,
          List.of("/desk/**"),
          () -> true,
          Revocations.NONE,
          trail,
          doors -> doors.requestMatchers("/desk").hasRole(AccessRules.name(Role.DELEGATION)));
    }

    @Bean
    SecurityFilterChain officeSecurity(
        HttpSecurity http, AccessRules rules, @Qualifier("identityTrail") Trail trail) {
      return rules.of(
          http,
          List.of("/office/**"),
          () -> true,
          Revocations.NONE,
          trail,
          doors -> doors.requestMatchers("/office").hasRole(AccessRules.name(Role.SECRETARIAT)));
    }
  }

  @RestController
  static final class Pages {

    @GetMapping({"/desk", "/office"})
    String page() {
      return "open";
    }
  }
}
