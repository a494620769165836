package io.rapporteur.schemas.limits;

import io.github.bucket4j.TimeMeter;
import io.rapporteur.schemas.http.HttpConfiguration;
import io.rapporteur.schemas.http.ProblemWriter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Budgets and times of requests. Imported with the rules of access. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitsProperties.class)
@Import(HttpConfiguration.class)
public class LimitsConfiguration {

  @Bean
  Limits requestLimits(LimitsProperties properties, ProblemWriter problems) {
    return new Limits(properties, problems, TimeMeter.SYSTEM_MILLISECONDS);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestTimes(
      LimitsProperties properties) {
    return new RequestTimes(properties.headersWithin(), properties.requestWithin());
  }
}
