package io.rapporteur.identity.account.page;

import io.rapporteur.identity.account.Account;
import io.rapporteur.schemas.access.Acting;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.audit.Note;

/** What people do with their own accounts, noted as every other act. */
final class PageAudit {

  private PageAudit() {}

  static void note(Account account, String act) {
    Acting.as(
        new Caller(
            account.holder().role(),
            account.id(),
            account.holder().participant(),
            account.duties()));
    Note.of(act, account.id());
  }
}
