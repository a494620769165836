package io.rapporteur.identity.account;

import io.rapporteur.identity.account.Roster.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What may be done to the account of a person. What makes a key, a password or an invitation
 * worthless takes the sessions and tokens back that it had opened; what adds to them does not.
 */
final class People {

  private People() {}

  /** Back to an invitation: password, keys and codes are worth nothing from then on. */
  static Step reset(Roster roster, String id, Invitation invitation) {
    return person(
        roster,
        id,
        (account, person) ->
            roster.isLastOfSecretariat(account)
                ? new Step.Refused(Refusal.LAST_OF_SECRETARIAT)
                : new Step.Change(
                    Act.INVITED,
                    List.of(
                        account.withPersonAnew(person.invitedAnew(invitation), roster.made()))));
  }

  /** Password, first key and recovery codes at once, for an invitation that still opens. */
  static Step enrol(
      Roster roster,
      String id,
      String invitation,
      String password,
      PersonKey key,
      List<String> codes,
      Instant at) {
    return person(
        roster,
        id,
        (account, person) ->
            person.invitation().filter(i -> i.opens(id, invitation, at)).isEmpty()
                ? new Step.Refused(Refusal.INVITATION_OVER)
                : new Step.Change(
                    Act.ENROLLED,
                    List.of(
                        account.withPerson(person.enrolled(password, key, codes), roster.made()))));
  }

  /** A further key. */
  static Step addKey(Roster roster, String id, PersonKey key) {
    return enrolled(
        roster,
        id,
        (account, person) ->
            person.keys().size() >= Person.MOST_KEYS
                ? new Step.Refused(Refusal.TOO_MANY_KEYS)
                : new Step.Change(
                    Act.KEY_ADDED,
                    List.of(account.withPerson(person.withKey(key), roster.made()))));
  }

  /** The end of a key; the last one goes with a recovery code, which is used up. */
  static Step removeKey(Roster roster, String id, int number, Optional<String> code) {
    return enrolled(
        roster,
        id,
        (account, person) -> {
          if (person.keys().stream().noneMatch(key -> key.number() == number)) {
            return new Step.Refused(Refusal.NOT_HERE);
          }
          Person next = person.withoutKey(number);
          if (next.keys().isEmpty()) {
            if (code.isEmpty()) {
              return new Step.Refused(Refusal.LAST_KEY);
            }
            String hash = Fingerprint.of(id, RecoveryCodes.plain(code.get()));
            if (!person.codes().contains(hash)) {
              return new Step.Refused(Refusal.WRONG_CODE);
            }
            next = next.withoutCode(hash);
          }
          return new Step.Change(
              Act.KEY_REMOVED, List.of(account.withPersonAnew(next, roster.made())));
        });
  }

  /** Other recovery codes; those before open nothing any more. */
  static Step renewCodes(Roster roster, String id, List<String> codes) {
    return enrolled(
        roster,
        id,
        (account, person) ->
            new Step.Change(
                Act.CODES_RENEWED,
                List.of(account.withPerson(person.withCodes(codes), roster.made()))));
  }

  /** Another password. */
  static Step changePassword(Roster roster, String id, String password) {
    return enrolled(
        roster,
        id,
        (account, person) ->
            new Step.Change(
                Act.PASSWORD_CHANGED,
                List.of(account.withPersonAnew(person.withPassword(password), roster.made()))));
  }

  /** A sign-in with a key, whose counter must have gone on since its last use. */
  static Step signIn(Roster roster, String id, Optional<KeyUse> before, KeyUse use) {
    return enrolled(
        roster,
        id,
        (account, person) -> {
          if (person.key(use.credential()).filter(k -> k.number() == use.key()).isEmpty()) {
            return new Step.Refused(Refusal.NOT_HERE);
          }
          return before.filter(last -> !last.isFollowedBy(use.counter())).isPresent()
              ? new Step.Refused(Refusal.COUNTER_WENT_BACK)
              : new Step.Change(Act.SIGNED_IN, List.of(), Optional.of(use));
        });
  }

  /** A sign-in with a recovery code, which is used up. */
  static Step signInByCode(Roster roster, String id, String code) {
    return enrolled(
        roster,
        id,
        (account, person) -> {
          String hash = Fingerprint.of(id, RecoveryCodes.plain(code));
          return person.codes().contains(hash)
              ? new Step.Change(
                  Act.SIGNED_IN_BY_CODE,
                  List.of(account.withPerson(person.withoutCode(hash), roster.made())))
              : new Step.Refused(Refusal.WRONG_CODE);
        });
  }

  private static Step enrolled(Roster roster, String id, BiFunction<Account, Person, Step> rule) {
    return person(
        roster,
        id,
        (account, person) ->
            person.isEnrolled()
                ? rule.apply(account, person)
                : new Step.Refused(Refusal.NOT_ENROLLED));
  }

  private static Step person(Roster roster, String id, BiFunction<Account, Person, Step> rule) {
    return roster.of(
        id,
        account ->
            account
                .person()
                .map(person -> rule.apply(account, person))
                .orElseGet(() -> new Step.Refused(Refusal.WRONG_KIND)));
  }
}
