package io.rapporteur.comments;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The desk as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(CommentsConfiguration.class)
public class CommentsApplication {

  /** Starts the service with the settings of {@code comments.yml} and of the environment. */
  public static void main(String[] args) {
    new SpringApplicationBuilder(CommentsApplication.class)
        .properties("spring.config.name=comments")
        .run(args);
  }
}
