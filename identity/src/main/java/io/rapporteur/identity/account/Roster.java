package io.rapporteur.identity.account;

import io.rapporteur.schemas.access.Duty;
import io.rapporteur.schemas.access.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The accounts of one holder, and what may be done to them. A step changes one or several of them
 * at once; the log takes all of it or nothing. Immutable.
 *
 * @param revision of the last step that counted; 0 if there was none
 * @param accounts revoked ones too
 */
public record Roster(Holder holder, int revision, List<Account> accounts) {

  /** As many accounts may be live at once. */
  public static final int MOST = 100;

  /** Copies the accounts. */
  public Roster {
    accounts = List.copyOf(accounts);
  }

  /** What a rule says. */
  public sealed interface Step {

    /**
     * These accounts change, or a key was used.
     *
     * @param use of a key, for a sign-in with one
     */
    record Change(Act act, List<Account> cards, Optional<KeyUse> use) implements Step {

      Change(Act act, List<Account> cards) {
        this(act, cards, Optional.empty());
      }
    }

    /** Nothing changes. */
    record Refused(Refusal why) implements Step {}
  }

  /** A new account of a program with its first secret. */
  Step create(String id, String name, Set<Duty> duties, String hash, Instant at, String by) {
    return add(
        id,
        name,
        duties,
        List.of(new Secret(1, hash, at, by)),
        at,
        by,
        Act.CREATED,
        Optional.empty());
  }

  /** A new account of a person, who takes it into use by the invitation. */
  Step invite(String id, String name, Set<Duty> duties, Invitation invitation) {
    return add(
        id,
        name,
        duties,
        List.of(),
        invitation.createdAt(),
        invitation.createdBy(),
        Act.INVITED,
        Optional.of(Person.invited(invitation)));
  }

  private Step add(
      String id,
      String name,
      Set<Duty> duties,
      List<Secret> secrets,
      Instant at,
      String by,
      Act act,
      Optional<Person> person) {
    if (accounts.stream().filter(account -> account.revokedAt().isEmpty()).count() >= MOST) {
      return new Step.Refused(Refusal.TOO_MANY);
    }
    var account =
        new Account(
            id,
            holder,
            name,
            holder.role() == Role.DELEGATION ? duties : Set.of(),
            secrets,
            secrets.size(),
            at,
            by,
            made(),
            made(),
            Optional.empty(),
            person);
    return new Step.Change(act, List.of(account));
  }

  /** Other duties; tokens with the old ones are taken back. */
  Step changeDuties(String id, Set<Duty> duties) {
    return of(
        id,
        account ->
            new Step.Change(Act.DUTIES_CHANGED, List.of(account.withDuties(duties, made()))));
  }

  /** A further secret, so that the old one can go when the program has the new one. */
  Step addSecret(String id, String hash, Instant at, String by) {
    return of(
        id,
        account -> {
          if (account.isOfAPerson()) {
            return new Step.Refused(Refusal.WRONG_KIND);
          }
          return account.secrets().size() >= Account.SECRETS_AT_ONCE
              ? new Step.Refused(Refusal.TWO_SECRETS)
              : new Step.Change(
                  Act.SECRET_ADDED, List.of(account.withSecret(hash, at, by, made())));
        });
  }

  /** A secret that is not valid any more, with all tokens of the account. */
  Step revokeSecret(String id, int number) {
    return of(
        id,
        account -> {
          if (!account.hasSecret(number)) {
            return new Step.Refused(Refusal.NOT_HERE);
          }
          Account next = account.withoutSecret(number, made());
          return next.isLive() || !isLastOfSecretariat(account)
              ? new Step.Change(Act.SECRET_REVOKED, List.of(next))
              : new Step.Refused(Refusal.LAST_OF_SECRETARIAT);
        });
  }

  /** The end of an account. */
  Step revoke(String id, Instant at) {
    return of(
        id,
        account ->
            isLastOfSecretariat(account)
                ? new Step.Refused(Refusal.LAST_OF_SECRETARIAT)
                : new Step.Change(Act.REVOKED, List.of(account.revoked(at, made()))));
  }

  /** This account is the contact point from now on, and no other is. */
  Step handOver(String id) {
    return of(
        id,
        next -> {
          List<Account> changed = new ArrayList<>();
          changed.add(
              next.duties().contains(Duty.CONTACT_POINT)
                  ? next
                  : next.withDuties(with(next, Duty.CONTACT_POINT), made()));
          accounts.stream()
              .filter(other -> !other.id().equals(id) && other.revokedAt().isEmpty())
              .filter(other -> other.duties().contains(Duty.CONTACT_POINT))
              .map(other -> other.withDuties(without(other, Duty.CONTACT_POINT), made()))
              .forEach(changed::add);
          return new Step.Change(Act.HANDED_OVER, changed);
        });
  }

  int made() {
    return revision + 1;
  }

  boolean isLastOfSecretariat(Account account) {
    return holder.role() == Role.SECRETARIAT
        && account.isLive()
        && accounts.stream().filter(Account::isLive).count() == 1;
  }

  Step of(String id, Function<Account, Step> rule) {
    Optional<Account> account = accounts.stream().filter(a -> a.id().equals(id)).findFirst();
    if (account.isEmpty()) {
      return new Step.Refused(Refusal.NOT_HERE);
    }
    return account.get().revokedAt().isPresent()
        ? new Step.Refused(Refusal.REVOKED)
        : rule.apply(account.get());
  }

  private static Set<Duty> with(Account account, Duty duty) {
    Set<Duty> duties = EnumSet.of(duty);
    duties.addAll(account.duties());
    return duties;
  }

  private static Set<Duty> without(Account account, Duty duty) {
    Set<Duty> duties = EnumSet.noneOf(Duty.class);
    duties.addAll(account.duties());
    duties.remove(duty);
    return duties;
  }
}
