package io.rapporteur.identity;

import io.rapporteur.schemas.log.BrokerAccess;
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
 * @param directory where the signing key, the view and the schema ids are kept
 * @param participants table of participants, each of which becomes a client; needed with a secret
 * @param demoSecret the one secret of all clients; without it there are no clients
 * @param demoSecretAnywhere says plainly that the secret of a demonstration may be used on an
 *     address that others reach
 * @param publishedAt {@code host:port} at which the only way to this service is published, where
 *     that is not the address it listens on
 * @param firstSecret secret of the client {@code secretariat} until the secretariat has an account
 * @param tokenLifetime how long a token is believed
 * @param kafka how the broker is reached
 * @param registry base of the Confluent API of the schema registry
 */
@Validated
@ConfigurationProperties("rapporteur.identity")
public record IdentityProperties(
    @NotNull URI issuer,
    @NotNull Path directory,
    @Nullable Path participants,
    @Nullable String demoSecret,
    @DefaultValue("false") boolean demoSecretAnywhere,
    @Nullable String publishedAt,
    @Nullable String firstSecret,
    @DefaultValue("PT1H") Duration tokenLifetime,
    @NotNull BrokerAccess kafka,
    @NotNull URI registry) {

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

  /** The secret of a demonstration. */
  Optional<String> demoSecretGiven() {
    return Optional.ofNullable(demoSecret).filter(s -> !s.isBlank());
  }

  /** The secret of the first secretariat. */
  Optional<String> firstSecretGiven() {
    return Optional.ofNullable(firstSecret).filter(s -> !s.isBlank());
  }

  /** The clients of these settings: those of the table, or none without a secret. */
  DemoClients clients() {
    Optional<String> secret = demoSecretGiven();
    return secret.isPresent() && participants != null
        ? DemoClients.of(ParticipantCodes.of(participants), secret.get(), tokenLifetime)
        : DemoClients.none();
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "IdentityProperties[issuer=%s, directory=%s, participants=%s, tokenLifetime=%s]"
        .formatted(issuer, directory, participants, tokenLifetime);
  }
}
