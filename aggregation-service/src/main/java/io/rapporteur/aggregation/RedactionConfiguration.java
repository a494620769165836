package io.rapporteur.aggregation;

import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.kafka.CompilationDesk;
import io.rapporteur.aggregation.redaction.Redacting;
import io.rapporteur.aggregation.redaction.RedactionLines;
import io.rapporteur.aggregation.redaction.http.RedactionsResource;
import io.rapporteur.events.SecretariatEvent;
import io.rapporteur.schemas.access.AccessRules;
import io.rapporteur.schemas.access.Role;
import io.rapporteur.schemas.log.EventLog;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** The part of aggregation in which the secretariat redacts. */
@Configuration(proxyBeanMethods = false)
class RedactionConfiguration {

  private static final String[] PATHS = {"/api/v1/redactions", "/api/v1/redactions/**"};

  @Bean
  RedactionLines aggregationRedactionLines(CompilationDesk desk, EventLog<SecretariatEvent> log) {
    return desk.redactions(log);
  }

  @Bean
  RedactionsResource aggregationRedactionsResource(
      CompilationDesk desk, RedactionLines lines, @Qualifier("aggregationClock") Clock clock) {
    return new RedactionsResource(
        desk.compilations(),
        new Looking(desk.compilations(), clock),
        lines,
        new Redacting(lines),
        clock);
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
        .requestMatchers(HttpMethod.POST, "/api/v1/redactions")
        .hasRole(secretariat)
        .requestMatchers(HttpMethod.DELETE, "/api/v1/redactions/*/*")
        .hasRole(secretariat);
  }
}
