package io.rapporteur.identity.account.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.identity.account.Account;
import io.rapporteur.identity.account.Secret;
import io.rapporteur.schemas.access.Duty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is shown; no hash leaves the service.
 *
 * @param secret the secret that was just made, this once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountView(
    String id,
    String role,
    @Nullable String participant,
    String name,
    @Nullable List<String> duties,
    List<SecretView> secrets,
    Instant createdAt,
    String createdBy,
    @Nullable Instant revokedAt,
    @Nullable String secret) {

  static AccountView of(Account account) {
    return of(account, Optional.empty());
  }

  static AccountView of(Account account, Optional<String> secret) {
    boolean delegation = account.holder().participant().isPresent();
    return new AccountView(
        account.id(),
        account.holder().role().claim(),
        account.holder().participant().orElse(null),
        account.name(),
        delegation ? account.duties().stream().map(Duty::claim).sorted().toList() : null,
        account.secrets().stream().map(SecretView::of).toList(),
        account.createdAt(),
        account.createdBy(),
        account.revokedAt().orElse(null),
        secret.orElse(null));
  }

  /** A secret that is valid now, without itself. */
  record SecretView(int number, Instant createdAt, String createdBy) {

    static SecretView of(Secret secret) {
      return new SecretView(secret.number(), secret.createdAt(), secret.createdBy());
    }
  }
}
