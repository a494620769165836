package io.rapporteur.identity.kafka;

import io.rapporteur.events.AccountCard;
import io.rapporteur.events.AccountSecret;
import io.rapporteur.identity.account.Account;
import io.rapporteur.identity.account.Holder;
import io.rapporteur.identity.account.Secret;
import io.rapporteur.schemas.access.Duty;
import io.rapporteur.schemas.access.Role;
import java.util.Optional;

/** Accounts to and from the log. */
final class AccountCards {

  private AccountCards() {}

  static AccountCard card(Account account) {
    return AccountCard.newBuilder()
        .setAccount(account.id())
        .setName(account.name())
        .setDuties(account.duties().stream().map(Duty::claim).sorted().toList())
        .setSecrets(
            account.secrets().stream()
                .map(s -> new AccountSecret(s.number(), s.hash(), s.createdAt(), s.createdBy()))
                .toList())
        .setLastSecret(account.lastSecret())
        .setCreatedAt(account.createdAt())
        .setCreatedBy(account.createdBy())
        .setRevision(account.revision())
        .setTokensFrom(account.tokensFrom())
        .setRevokedAt(account.revokedAt().orElse(null))
        .setPerson(account.person().map(PersonCards::card).orElse(null))
        .build();
  }

  static Account account(AccountCard card) {
    return new Account(
        card.getAccount(),
        holder(card.getAccount()),
        card.getName(),
        Duty.ofClaim(card.getDuties()),
        card.getSecrets().stream()
            .map(s -> new Secret(s.getNumber(), s.getHash(), s.getCreatedAt(), s.getCreatedBy()))
            .toList(),
        card.getLastSecret(),
        card.getCreatedAt(),
        card.getCreatedBy(),
        card.getRevision(),
        card.getTokensFrom(),
        Optional.ofNullable(card.getRevokedAt()),
        Optional.ofNullable(card.getPerson()).map(PersonCards::person));
  }

  /** An id says whose it is; see {@link Holder#idPrefix()}. */
  private static Holder holder(String id) {
    String owner = id.substring(0, id.indexOf('.'));
    return owner.startsWith("-")
        ? new Holder(Role.ofClaim(owner.substring(1)).orElseThrow(), Optional.empty())
        : Holder.delegation(owner);
  }
}
