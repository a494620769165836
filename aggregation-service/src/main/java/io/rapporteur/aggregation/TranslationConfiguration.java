package io.rapporteur.aggregation;

import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.kafka.CompilationDesk;
import io.rapporteur.aggregation.redaction.RedactionLines;
import io.rapporteur.aggregation.secretariat.http.WorkDoor;
import io.rapporteur.aggregation.translation.http.TranslationEditions;
import io.rapporteur.aggregation.translation.http.TranslationProgressResource;
import io.rapporteur.aggregation.translation.http.TranslationsResource;
import io.rapporteur.schemas.access.AccessRules;
import io.rapporteur.schemas.access.Role;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** The part of aggregation in which the secretariat translates comments. */
@Configuration(proxyBeanMethods = false)
class TranslationConfiguration {

  private static final String[] PATHS = {"/api/v1/translations", "/api/v1/translations/*"};

  @Bean
  TranslationsResource aggregationTranslationsResource(
      WorkDoor door,
      RedactionLines redactions,
      CompilationDesk desk,
      @Qualifier("aggregationClock") Clock clock) {
    return new TranslationsResource(
        door,
        redactions,
        new TranslationEditions(
            desk.compilations(),
            new Looking(desk.compilations(), clock),
            desk.translationsInEditions()));
  }

  @Bean
  TranslationProgressResource aggregationTranslationProgressResource(
      WorkDoor door, RedactionLines redactions) {
    return new TranslationProgressResource(door, redactions);
  }

  /** The secretariat alone. */
  static AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
      doors(
          AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
              doors) {
    String secretariat = AccessRules.name(Role.SECRETARIAT);
    return doors
        .requestMatchers(HttpMethod.GET, PATHS)
        .hasRole(secretariat)
        .requestMatchers(HttpMethod.POST, "/api/v1/translations")
        .hasRole(secretariat)
        .requestMatchers(HttpMethod.DELETE, "/api/v1/translations/*/*/*")
        .hasRole(secretariat);
  }
}
