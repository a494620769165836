package io.rapporteur.standalone;

import io.rapporteur.aggregation.AggregationConfiguration;
import io.rapporteur.comments.CommentsConfiguration;
import io.rapporteur.identity.IdentityConfiguration;
import io.rapporteur.ingest.IngestConfiguration;
import io.rapporteur.schemas.access.AccessRules;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * All services in one context, on one port; each keeps its own beans, settings, paths and Kafka
 * user.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  IdentityConfiguration.class,
  IngestConfiguration.class,
  CommentsConfiguration.class,
  AggregationConfiguration.class
})
public class StandaloneApplication {

  /** What belongs to no service is closed, but for health; who knocks there leaves nothing. */
  @Bean
  @Order(AccessRules.SERVICE_ORDER + 1)
  SecurityFilterChain standaloneRemainder(HttpSecurity http) {
    return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            requests ->
                requests.requestMatchers("/actuator/health").permitAll().anyRequest().denyAll())
        .build();
  }
}
