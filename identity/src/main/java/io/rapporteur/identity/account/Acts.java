package io.rapporteur.identity.account;

import io.rapporteur.identity.account.ManagingAccounts.Outcome;
import io.rapporteur.identity.account.Roster.Step;
import java.util.Optional;
import java.util.function.Function;

/**
 * Every act is one event of its holder; after it, and at each repetition of its request, the doors
 * are told which tokens are no longer believed. Thread-safe.
 */
final class Acts {

  private static final int TRIES = 8;

  private final Accounts accounts;

  Acts(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Acts on the accounts as they stand; of two acts at once, one is refused. */
  Outcome once(
      Holder holder, Request request, Optional<String> secret, Function<Roster, Step> rule) {
    if (!accounts.catchUp()) {
      return new Outcome.Refused(Refusal.NOT_READY);
    }
    // What stands is looked at first: it holds no try that is not found after it.
    Roster roster = accounts.roster(holder);
    Optional<Accounts.Counted> earlier = accounts.earlier(holder, request);
    if (earlier.isPresent()) {
      return outcome(earlier.get(), request, Optional.empty());
    }
    return switch (rule.apply(roster)) {
      case Step.Refused(Refusal why) -> new Outcome.Refused(why);
      case Step.Change change -> {
        Accounts.Counted counted = accounts.append(roster, change, request);
        // Another try of this request may have counted, with a secret of its own.
        yield outcome(
            counted, request, secret.filter(made -> counted.cards().equals(change.cards())));
      }
    };
  }

  /** The same, but again on what stands then where another's act came first. */
  Outcome untilItCounts(Holder holder, Request request, Function<Roster, Step> rule) {
    Outcome outcome = new Outcome.Refused(Refusal.OVERTAKEN);
    for (int i = 0; i < TRIES && outcome.equals(new Outcome.Refused(Refusal.OVERTAKEN)); i++) {
      outcome = once(holder, request, Optional.empty(), rule);
    }
    return outcome;
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
