package io.rapporteur.identity;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the issuer; {@code identity.yml} lists them with a comment each.
 *
 * @param issuer the {@code iss} of every token: scheme, host and port under which the readers of
 *     tokens know this service
 * @param directory where the signing key is kept
 * @param participants table of participants, each of which becomes a client; needed with a secret
 * @param demoSecret the one secret of all clients; without it there are no clients
 * @param tokenLifetime how long a token is believed
 */
@Validated
@ConfigurationProperties("rapporteur.identity")
public record IdentityProperties(
    @NotNull URI issuer,
    @NotNull Path directory,
    @Nullable Path participants,
    @Nullable String demoSecret,
    @DefaultValue("PT1H") Duration tokenLifetime) {

  /**
   * Checks what can be checked without a disk.
   *
   * @throws IllegalArgumentException if the issuer is more than scheme, host and port, the lifetime
   *     is under a second, or there is a secret and no table
   */
  public IdentityProperties {
    if (issuer != null && !isOrigin(issuer)) {
      throw new IllegalArgumentException(
          "rapporteur.identity.issuer: "
              + issuer
              + " (expected: http or https, host and port, without path or closing slash)");
    }
    if (tokenLifetime.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(
          "rapporteur.identity.token-lifetime: " + tokenLifetime + " (expected: PT1S or more)");
    }
    if (demoSecret != null && !demoSecret.isBlank() && participants == null) {
      throw new IllegalArgumentException(
          "rapporteur.identity.participants: missing (expected: the table of participants, where"
              + " demo-secret is set)");
    }
  }

  private static boolean isOrigin(URI uri) {
    return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
        && uri.getHost() != null
        && uri.getRawUserInfo() == null
        && uri.getRawPath().isEmpty()
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }

  /** The clients of these settings: those of the table, or none without a secret. */
  DemoClients clients() {
    Optional<String> secret = Optional.ofNullable(demoSecret).filter(s -> !s.isBlank());
    return secret.isPresent() && participants != null
        ? DemoClients.of(ParticipantCodes.of(participants), secret.get(), tokenLifetime)
        : DemoClients.none();
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "IdentityProperties[issuer=%s, directory=%s, participants=%s, tokenLifetime=%s]"
        .formatted(issuer, directory, participants, tokenLifetime);
  }
}
