package io.rapporteur.identity.account.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.identity.account.Account;
import io.rapporteur.identity.account.Accounts;
import io.rapporteur.identity.account.KeyUse;
import io.rapporteur.identity.account.Person;
import io.rapporteur.identity.account.PersonKey;
import io.rapporteur.identity.account.Secret;
import io.rapporteur.schemas.access.Duty;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is shown; no hash leaves the service.
 *
 * @param kind {@code client} or {@code person}
 * @param secret the secret that was just made, this once
 * @param person what a person signs in with; null for a client
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountView(
    String id,
    String kind,
    String role,
    @Nullable String participant,
    String name,
    @Nullable List<String> duties,
    List<SecretView> secrets,
    Instant createdAt,
    String createdBy,
    @Nullable Instant revokedAt,
    @Nullable String secret,
    @Nullable PersonView person) {

  static AccountView of(Account account, Accounts accounts) {
    return of(account, accounts, Optional.empty(), Optional.empty());
  }

  /**
   * The account with what was just made for it.
   *
   * @param secret of a client
   * @param link of an invitation
   */
  static AccountView of(
      Account account, Accounts accounts, Optional<String> secret, Optional<URI> link) {
    boolean delegation = account.holder().participant().isPresent();
    return new AccountView(
        account.id(),
        account.isOfAPerson() ? "person" : "client",
        account.holder().role().claim(),
        account.holder().participant().orElse(null),
        account.name(),
        delegation ? account.duties().stream().map(Duty::claim).sorted().toList() : null,
        account.secrets().stream().map(SecretView::of).toList(),
        account.createdAt(),
        account.createdBy(),
        account.revokedAt().orElse(null),
        secret.orElse(null),
        account.person().map(person -> PersonView.of(person, accounts, link)).orElse(null));
  }

  /** A secret that is valid now, without itself. */
  record SecretView(int number, Instant createdAt, String createdBy) {

    static SecretView of(Secret secret) {
      return new SecretView(secret.number(), secret.createdAt(), secret.createdBy());
    }
  }

  /**
   * What a person signs in with, as those see it who manage the account.
   *
   * @param enrolled whether it has been taken into use
   * @param recoveryCodes how many are left
   * @param invitation that waits to be used
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PersonView(
      boolean enrolled,
      List<KeyView> keys,
      int recoveryCodes,
      @Nullable InvitationView invitation) {

    static PersonView of(Person person, Accounts accounts, Optional<URI> link) {
      return new PersonView(
          person.isEnrolled(),
          person.keys().stream().map(key -> KeyView.of(key, accounts)).toList(),
          person.codes().size(),
          person
              .invitation()
              .map(waiting -> new InvitationView(link.orElse(null), waiting.expiresAt()))
              .orElse(null));
    }
  }

  /** A key of a person. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record KeyView(int number, String name, Instant createdAt, @Nullable Instant lastUsedAt) {

    static KeyView of(PersonKey key, Accounts accounts) {
      return new KeyView(
          key.number(),
          key.name(),
          key.createdAt(),
          accounts.use(key.credential()).flatMap(KeyUse::usedAt).orElse(null));
    }
  }

  /**
   * An invitation.
   *
   * @param link shown once, to be given to the person; null afterwards
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record InvitationView(@Nullable URI link, Instant expiresAt) {}
}
