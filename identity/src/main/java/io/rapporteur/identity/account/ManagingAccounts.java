package io.rapporteur.identity.account;

import io.rapporteur.identity.account.Roster.Step;
import io.rapporteur.schemas.access.Duty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Creates, changes and revokes accounts. Every act is one event of its holder; after it, and at
 * each repetition of its request, the doors are told which tokens are no longer believed.
 * Thread-safe.
 */
public final class ManagingAccounts {

  private final Accounts accounts;
  private final Secrets secrets;

  /** Works on these accounts with secrets made there. */
  public ManagingAccounts(Accounts accounts, Secrets secrets) {
    this.accounts = accounts;
    this.secrets = secrets;
  }

  /** What came of a request. */
  public sealed interface Outcome {

    /**
     * It counts, now or at an earlier try.
     *
     * @param cards the accounts that it changed
     * @param secret that it made; empty if it made none, or was answered before
     */
    record Done(List<Account> cards, Optional<String> secret) implements Outcome {}

    /** Nothing was changed. */
    record Refused(Refusal why) implements Outcome {}
  }

  /** A new account; its id comes from the request, so that a retry makes no second one. */
  public Outcome create(Holder holder, String name, Set<Duty> duties, Request request) {
    Secrets.Made secret = secrets.make();
    String id = holder.idPrefix() + request.id().value().substring(0, 12);
    return act(
        holder,
        request,
        Optional.of(secret.plain()),
        roster -> roster.create(id, name, duties, secret.hash(), request.at(), request.by()));
  }

  /** Other duties within the delegation. */
  public Outcome changeDuties(Account account, Set<Duty> duties, Request request) {
    return act(
        account.holder(),
        request,
        Optional.empty(),
        roster -> roster.changeDuties(account.id(), duties));
  }

  /** A second secret. */
  public Outcome addSecret(Account account, Request request) {
    Secrets.Made secret = secrets.make();
    return act(
        account.holder(),
        request,
        Optional.of(secret.plain()),
        roster -> roster.addSecret(account.id(), secret.hash(), request.at(), request.by()));
  }

  /** The end of one secret. */
  public Outcome revokeSecret(Account account, int number, Request request) {
    return act(
        account.holder(),
        request,
        Optional.empty(),
        roster -> roster.revokeSecret(account.id(), number));
  }

  /** The end of an account. */
  public Outcome revoke(Account account, Request request) {
    return act(
        account.holder(),
        request,
        Optional.empty(),
        roster -> roster.revoke(account.id(), request.at()));
  }

  /** Another contact point of a delegation. */
  public Outcome handOver(Account account, Request request) {
    return act(
        account.holder(), request, Optional.empty(), roster -> roster.handOver(account.id()));
  }

  private Outcome act(
      Holder holder, Request request, Optional<String> secret, Function<Roster, Step> rule) {
    if (!accounts.catchUp()) {
      return new Outcome.Refused(Refusal.NOT_READY);
    }
    Optional<Accounts.Counted> earlier = accounts.earlier(holder, request);
    if (earlier.isPresent()) {
      return outcome(earlier.get(), request, Optional.empty());
    }
    Roster roster = accounts.roster(holder);
    return switch (rule.apply(roster)) {
      case Step.Refused(Refusal why) -> new Outcome.Refused(why);
      case Step.Change change -> outcome(accounts.append(roster, change, request), request, secret);
    };
  }

  private Outcome outcome(Accounts.Counted counted, Request request, Optional<String> secret) {
    if (!counted.requestId().equals(request.id().value())) {
      return new Outcome.Refused(Refusal.OVERTAKEN);
    }
    if (!counted.requestDigest().equals(request.digest())) {
      return new Outcome.Refused(Refusal.KEY_REUSED);
    }
    accounts.tellDoors(counted.cards());
    return new Outcome.Done(counted.cards(), secret);
  }
}
