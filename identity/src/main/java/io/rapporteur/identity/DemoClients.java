package io.rapporteur.identity;

import io.rapporteur.schemas.access.Role;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The clients of a demonstration: one per participant, named by its code, and {@link #SECRETARIAT}.
 * They share one secret, which is hashed once. Thread-safe.
 */
final class DemoClients implements RegisteredClientRepository {

  /** Client id of the secretariat. */
  static final String SECRETARIAT = "secretariat";

  private final Map<String, RegisteredClient> clients = new HashMap<>();

  private DemoClients() {}

  /** No clients: every request for a token is refused. */
  static DemoClients none() {
    return new DemoClients();
  }

  /**
   * @param participants codes of those who may comment
   * @throws IllegalStateException if a code stands twice, or is the secretariat's
   */
  static DemoClients of(Collection<String> participants, String secret, Duration tokenLifetime) {
    var clients = new DemoClients();
    String hash =
        Objects.requireNonNull(
            PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(secret));
    clients.add(SECRETARIAT, hash, tokenLifetime);
    participants.forEach(code -> clients.add(code, hash, tokenLifetime));
    return clients;
  }

  private void add(String id, String hash, Duration tokenLifetime) {
    var client =
        RegisteredClient.withId(id)
            .clientId(id)
            .clientSecret(hash)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(tokenLifetime).build())
            .build();
    if (clients.putIfAbsent(id, client) != null) {
      throw new IllegalStateException(
          "participant: "
              + id
              + " (expected: a code that stands once and is not the secretariat's)");
    }
  }

  /** Whether nobody can get a token. */
  boolean isEmpty() {
    return clients.isEmpty();
  }

  /** What a client may do. */
  static Role roleOf(String clientId) {
    return clientId.equals(SECRETARIAT) ? Role.SECRETARIAT : Role.DELEGATION;
  }

  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("clients come from the table of participants");
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return clients.get(id);
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    return clients.get(clientId);
  }
}
