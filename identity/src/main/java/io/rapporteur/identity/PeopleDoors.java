package io.rapporteur.identity;

import io.rapporteur.schemas.http.Problem;
import io.rapporteur.schemas.http.ProblemType;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** The pages that there are; what is not named is answered as missing. */
final class PeopleDoors {

  private PeopleDoors() {}

  static void open(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .requestMatchers(
            HttpMethod.GET,
            "/people/pages.css",
            "/people/keys.js",
            "/people/sign-in",
            "/people/sign-in/second",
            "/people/invitation",
            "/people/invitation/key",
            "/people/account",
            "/people/sign-out")
        .permitAll()
        .requestMatchers(
            HttpMethod.POST,
            "/people/sign-in",
            "/people/sign-in/passkey",
            "/people/sign-in/key",
            "/people/sign-in/code",
            "/people/invitation",
            "/people/invitation/key",
            "/people/account/keys",
            "/people/account/keys/{number:[1-9][0-9]{0,8}}/removal",
            "/people/account/codes",
            "/people/account/password",
            "/people/sign-out")
        .permitAll()
        .anyRequest()
        .denyAll();
  }

  static Problem missing() {
    return Problem.of(ProblemType.NOT_FOUND, "There is no such page.");
  }
}
