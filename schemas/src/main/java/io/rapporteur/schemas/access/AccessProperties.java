package io.rapporteur.schemas.access;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Which tokens are believed.
 *
 * @param issuer the {@code iss} that a token must carry
 * @param audience that a token must name; not checked if not given
 * @param jwkSetUri where the issuer's keys are; the issuer's own {@code /oauth2/jwks} if not given
 */
@Validated
@ConfigurationProperties("rapporteur.access")
public record AccessProperties(
    @NotNull URI issuer, @Nullable String audience, @Nullable URI jwkSetUri) {

  /** Where the keys are fetched, at the first token. */
  public URI keys() {
    return jwkSetUri == null ? URI.create(issuer + "/oauth2/jwks") : jwkSetUri;
  }
}
