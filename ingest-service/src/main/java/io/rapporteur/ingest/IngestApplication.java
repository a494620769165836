package io.rapporteur.ingest;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** Ingest as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(IngestConfiguration.class)
public class IngestApplication {

  /** Starts the service with the settings of {@code ingest.yml} and of the environment. */
  public static void main(String[] args) {
    new SpringApplicationBuilder(IngestApplication.class)
        .properties("spring.config.name=ingest")
        .run(args);
  }
}
