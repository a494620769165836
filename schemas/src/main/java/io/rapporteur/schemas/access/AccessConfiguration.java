package io.rapporteur.schemas.access;

import io.rapporteur.schemas.http.HttpConfiguration;
import io.rapporteur.schemas.http.ProblemWriter;
import io.rapporteur.schemas.limits.Limits;
import io.rapporteur.schemas.limits.LimitsConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Tokens of the issuers that are trusted, and doors for them. Imported by each service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
@Import({HttpConfiguration.class, LimitsConfiguration.class})
public class AccessConfiguration {

  @Bean
  JwtDecoder accessTokenDecoder(AccessProperties properties) {
    return new IssuersDecoder(properties.all());
  }

  @Bean
  AccessRules accessRules(JwtDecoder accessTokenDecoder, ProblemWriter problems, Limits limits) {
    return new AccessRules(accessTokenDecoder, problems, limits);
  }
}
