package io.rapporteur.aggregation;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** Aggregation as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(AggregationConfiguration.class)
public class AggregationApplication {

  /** Starts the service with the settings of {@code aggregation.yml} and of the environment. */
  public static void main(String[] args) {
    new SpringApplicationBuilder(AggregationApplication.class)
        .properties("spring.config.name=aggregation")
        .run(args);
  }
}
