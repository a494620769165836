package io.rapporteur.identity.account.page;

import io.rapporteur.identity.account.Account;
import io.rapporteur.schemas.access.AuditLog;
import io.rapporteur.schemas.access.Caller;

/** What people do with their own accounts, one line each, as every other act. */
final class PageAudit {

  private PageAudit() {}

  static void note(Account account, String act) {
    AuditLog.note(
        new Caller(
            account.holder().role(),
            account.id(),
            account.holder().participant(),
            account.duties()),
        act,
        account.id());
  }
}
