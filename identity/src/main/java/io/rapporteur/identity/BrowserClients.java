package io.rapporteur.identity;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * Browser clients of the settings, for the authorization code with PKCE and nothing else. They get
 * no refresh token: the session at the issuer stands for it. Thread-safe.
 */
final class BrowserClients implements RegisteredClientRepository {

  private final Map<String, RegisteredClient> clients;
  private final Map<String, List<URI>> signOutUris;

  BrowserClients(PeopleProperties people) {
    clients =
        people.clients().stream()
            .map(client -> registered(client, people))
            .collect(Collectors.toMap(RegisteredClient::getClientId, Function.identity()));
    signOutUris =
        people.clients().stream()
            .collect(
                Collectors.toMap(
                    PeopleProperties.Client::id, PeopleProperties.Client::signOutUris));
  }

  Optional<RegisteredClient> client(String id) {
    return Optional.ofNullable(clients.get(id));
  }

  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("browser clients come from the settings");
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return clients.get(id);
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    return clients.get(clientId);
  }

  /** Whether a browser may be sent there after signing out of this client. */
  boolean maySignOutTo(String client, String uri) {
    return signOutUris.getOrDefault(client, List.of()).stream()
        .anyMatch(known -> known.toString().equals(uri));
  }

  private static RegisteredClient registered(
      PeopleProperties.Client client, PeopleProperties people) {
    return RegisteredClient.withId(client.id())
        .clientId(client.id())
        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUris(
            uris -> uris.addAll(client.redirectUris().stream().map(URI::toString).toList()))
        .scopes(scopes -> scopes.addAll(Set.of(OidcScopes.OPENID)))
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build())
        .tokenSettings(
            TokenSettings.builder()
                .accessTokenTimeToLive(people.tokenLifetime())
                .authorizationCodeTimeToLive(SealedCodes.LIFETIME)
                .build())
        .build();
  }
}
