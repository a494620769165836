package io.rapporteur.identity;

import io.rapporteur.identity.account.Account;
import io.rapporteur.identity.account.Accounts;
import io.rapporteur.identity.account.Holder;
import io.rapporteur.identity.account.Secret;
import io.rapporteur.schemas.access.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * Who can get tokens: browser clients for people, the clients of a demonstration, the accounts of
 * programs, and the first secretariat until it has an account. Thread-safe.
 */
final class Clients implements RegisteredClientRepository {

  private final DemoClients demo;
  private final BrowserClients browsers;
  private final Accounts accounts;
  private final Duration tokenLifetime;
  private final @Nullable RegisteredClient first;

  /**
   * @param firstSecret hash of the secret of the client {@code secretariat} for as long as the
   *     secretariat has no account
   */
  Clients(
      DemoClients demo,
      BrowserClients browsers,
      Accounts accounts,
      Duration tokenLifetime,
      Optional<String> firstSecret) {
    this.demo = demo;
    this.browsers = browsers;
    this.accounts = accounts;
    this.tokenLifetime = tokenLifetime;
    this.first =
        firstSecret
            .map(
                hash ->
                    new ClientFacts(
                            Role.SECRETARIAT, Optional.empty(), Optional.empty(), Optional.empty())
                        .client(DemoClients.SECRETARIAT, hash, tokenLifetime))
            .orElse(null);
  }

  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("accounts are created at their own door");
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    Optional<RegisteredClient> browser = browsers.client(clientId);
    if (browser.isPresent()) {
      return browser.get();
    }
    RegisteredClient known = demo.findByClientId(clientId);
    if (known != null) {
      return known;
    }
    if (clientId.equals(DemoClients.SECRETARIAT)) {
      boolean managed =
          accounts.roster(Holder.SECRETARIAT).accounts().stream().anyMatch(Account::isLive);
      return managed ? null : first;
    }
    return accounts
        .account(clientId)
        .filter(account -> account.isLive() && !account.isOfAPerson())
        .map(this::client)
        .orElse(null);
  }

  private RegisteredClient client(Account account) {
    return ClientFacts.of(account)
        .client(
            account.id(),
            account.secrets().stream().map(Secret::hash).collect(Collectors.joining(" ")),
            tokenLifetime);
  }
}
