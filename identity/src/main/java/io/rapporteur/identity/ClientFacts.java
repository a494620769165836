package io.rapporteur.identity;

import io.rapporteur.identity.account.Account;
import io.rapporteur.schemas.access.Duty;
import io.rapporteur.schemas.access.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * What a token says of its client, kept with the client that was authenticated: what is issued fits
 * what was checked.
 *
 * @param participant for a delegation
 * @param duties empty if the token names none, and so has all
 * @param revision of the account; empty for clients that are no accounts
 */
record ClientFacts(
    Role role,
    Optional<String> participant,
    Optional<Set<Duty>> duties,
    Optional<Integer> revision) {

  private static final String FACTS = "rapporteur.facts";

  /** A client for client credentials. */
  RegisteredClient client(String id, String hashes, Duration tokenLifetime) {
    return RegisteredClient.withId(id)
        .clientId(id)
        .clientSecret(hashes)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .clientSettings(ClientSettings.builder().setting(FACTS, this).build())
        .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(tokenLifetime).build())
        .build();
  }

  /** What tokens of an account say. */
  static ClientFacts of(Account account) {
    return new ClientFacts(
        account.holder().role(),
        account.holder().participant(),
        account.holder().role() == Role.DELEGATION
            ? Optional.of(account.duties())
            : Optional.empty(),
        Optional.of(account.revision()));
  }

  static ClientFacts of(RegisteredClient client) {
    ClientFacts facts = client.getClientSettings().getSetting(FACTS);
    if (facts == null) {
      throw new IllegalStateException("client without facts: " + client.getClientId());
    }
    return facts;
  }

  /** Names of the duties, if the token names them. */
  Optional<List<String>> dutyNames() {
    return duties.map(named -> named.stream().map(Duty::claim).sorted().toList());
  }
}
