package io.rapporteur.identity.account.page;

import io.rapporteur.identity.account.Accounts;
import io.rapporteur.identity.account.PersonKey;

/** Whether a key is registered already, with any account. */
final class KnownKeys {

  private KnownKeys() {}

  static boolean isNew(Accounts accounts, PersonKey key) {
    return accounts
        .use(key.credential())
        .flatMap(use -> accounts.account(use.account()))
        .flatMap(account -> account.person().flatMap(p -> p.key(key.credential())))
        .isEmpty();
  }
}
