package io.rapporteur.identity;

import io.rapporteur.schemas.access.Role;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

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
    String hash = new BcryptSecrets().encode(secret);
    clients.add(SECRETARIAT, hash, tokenLifetime);
    participants.forEach(code -> clients.add(code, hash, tokenLifetime));
    return clients;
  }

  private void add(String id, String hash, Duration tokenLifetime) {
    Role role = id.equals(SECRETARIAT) ? Role.SECRETARIAT : Role.DELEGATION;
    var client =
        new ClientFacts(
                role,
                role == Role.DELEGATION ? Optional.of(id) : Optional.empty(),
                Optional.empty(),
                Optional.empty())
            .client(id, hash, tokenLifetime);
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
