package io.rapporteur.identity;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The issuer as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    exclude = {
      OAuth2AuthorizationServerAutoConfiguration.class,
      OAuth2AuthorizationServerJwtAutoConfiguration.class
    })
@Import(IdentityConfiguration.class)
public class IdentityApplication {

  /** Starts with the settings of {@code identity.yml}, the environment and the arguments. */
  public static void main(String[] args) {
    builder().run(args);
  }

  static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(IdentityApplication.class)
        .properties("spring.config.name=identity");
  }
}
