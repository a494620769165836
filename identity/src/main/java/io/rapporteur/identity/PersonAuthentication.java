package io.rapporteur.identity;

import io.rapporteur.identity.account.Account;
import io.rapporteur.identity.session.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A person who is signed in, as the authorization server knows one; its name is the account id. */
final class PersonAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient Session session;
  private final transient Account account;

  PersonAuthentication(Session session, Account account) {
    super(List.of());
    this.session = session;
    this.account = account;
    setAuthenticated(true);
  }

  Session session() {
    return session;
  }

  Account account() {
    return account;
  }

  @Override
  public String getPrincipal() {
    return account.id();
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PersonAuthentication person
        && session.equals(person.session)
        && account.equals(person.account);
  }

  @Override
  public int hashCode() {
    return session.hashCode();
  }
}
