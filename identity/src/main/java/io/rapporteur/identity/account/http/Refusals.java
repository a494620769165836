package io.rapporteur.identity.account.http;

import io.rapporteur.identity.account.Refusal;
import io.rapporteur.identity.account.Roster;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;

/** From a refusal to its problem. */
final class Refusals {

  private Refusals() {}

  static RefusedException of(Refusal why) {
    return switch (why) {
      case NOT_HERE ->
          new RefusedException(ProblemType.NOT_FOUND, "There is no such account or secret here.");
      case REVOKED ->
          new RefusedException(
              ProblemType.ACCOUNT_REVOKED, "The account was revoked for good; create another.");
      case TWO_SECRETS ->
          new RefusedException(
              ProblemType.TWO_SECRETS,
              "Two secrets are valid; revoke the one that is no longer used.");
      case LAST_OF_SECRETARIAT ->
          new RefusedException(
              ProblemType.LAST_SECRETARIAT_ACCOUNT,
              "Without this account nobody could manage accounts; create another first.");
      case TOO_MANY ->
          new RefusedException(
              ProblemType.TOO_MANY_ACCOUNTS,
              "%d accounts are live; revoke those that are no longer used.".formatted(Roster.MOST));
      case WRONG_KIND ->
          new RefusedException(
              ProblemType.WRONG_KIND_OF_ACCOUNT,
              "A client has secrets, a person invitations and keys.");
      case INVITATION_OVER, NOT_ENROLLED, WRONG_CODE, TOO_MANY_KEYS, LAST_KEY, COUNTER_WENT_BACK ->
          throw new IllegalStateException("refused to a person alone: " + why);
      case KEY_REUSED ->
          new RefusedException(
              ProblemType.IDEMPOTENCY_KEY_REUSED,
              "Idempotency-Key: used before for another request (expected: a new key for a new request)");
      case OVERTAKEN ->
          new RefusedException(
              ProblemType.REVISION_CONFLICT,
              "Another change of these accounts came first; look at them and ask again.");
      case NOT_READY ->
          new RefusedException(
              ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
    };
  }
}
