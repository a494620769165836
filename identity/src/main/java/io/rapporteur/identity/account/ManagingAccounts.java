package io.rapporteur.identity.account;

import io.rapporteur.schemas.access.Duty;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Creates, changes and revokes accounts, for those who manage them. Thread-safe. */
public final class ManagingAccounts {

  private final Acts acts;
  private final Secrets secrets;
  private final Duration invitationLifetime;

  /** Works on these accounts with secrets made there. */
  public ManagingAccounts(Accounts accounts, Secrets secrets, Duration invitationLifetime) {
    this.acts = new Acts(accounts);
    this.secrets = secrets;
    this.invitationLifetime = invitationLifetime;
  }

  /** What came of a request. */
  public sealed interface Outcome {

    /**
     * It counts, now or at an earlier try.
     *
     * @param cards the accounts that it changed
     * @param secret or code of the invitation that it made; empty if it made none, or was answered
     *     before
     */
    record Done(List<Account> cards, Optional<String> secret) implements Outcome {}

    /** Nothing was changed. */
    record Refused(Refusal why) implements Outcome {}
  }

  /** A new account; its id comes from the request, so that a retry makes no second one. */
  public Outcome create(Holder holder, String name, Set<Duty> duties, Request request) {
    Secrets.Made secret = secrets.make();
    String id = newId(holder, request);
    return acts.once(
        holder,
        request,
        Optional.of(secret.plain()),
        roster -> roster.create(id, name, duties, secret.hash(), request.at(), request.by()));
  }

  /** A new account of a person, with an invitation to take it into use. */
  public Outcome invite(Holder holder, String name, Set<Duty> duties, Request request) {
    String code = secrets.make().plain();
    String id = newId(holder, request);
    return acts.once(
        holder,
        request,
        Optional.of(code),
        roster -> roster.invite(id, name, duties, invitation(id, code, request)));
  }

  /** Another invitation in place of all that a person signed in with. */
  public Outcome inviteAnew(Account account, Request request) {
    String code = secrets.make().plain();
    return acts.once(
        account.holder(),
        request,
        Optional.of(code),
        roster -> People.reset(roster, account.id(), invitation(account.id(), code, request)));
  }

  private Invitation invitation(String account, String code, Request request) {
    return new Invitation(
        Fingerprint.of(account, code),
        request.at(),
        request.by(),
        request.at().plus(invitationLifetime));
  }

  private static String newId(Holder holder, Request request) {
    return holder.idPrefix() + request.id().value().substring(0, 12);
  }

  /** Other duties within the delegation. */
  public Outcome changeDuties(Account account, Set<Duty> duties, Request request) {
    return acts.once(
        account.holder(),
        request,
        Optional.empty(),
        roster -> roster.changeDuties(account.id(), duties));
  }

  /** A second secret. */
  public Outcome addSecret(Account account, Request request) {
    Secrets.Made secret = secrets.make();
    return acts.once(
        account.holder(),
        request,
        Optional.of(secret.plain()),
        roster -> roster.addSecret(account.id(), secret.hash(), request.at(), request.by()));
  }

  /** The end of one secret. */
  public Outcome revokeSecret(Account account, int number, Request request) {
    return acts.once(
        account.holder(),
        request,
        Optional.empty(),
        roster -> roster.revokeSecret(account.id(), number));
  }

  /** The end of an account. */
  public Outcome revoke(Account account, Request request) {
    return acts.once(
        account.holder(),
        request,
        Optional.empty(),
        roster -> roster.revoke(account.id(), request.at()));
  }

  /** Another contact point of a delegation. */
  public Outcome handOver(Account account, Request request) {
    return acts.once(
        account.holder(), request, Optional.empty(), roster -> roster.handOver(account.id()));
  }
}
