package io.rapporteur.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.identity.account.Roster.Step;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleRulesTest {

  private static final String ID = "eg.1";
  private static final Instant NOW = Instant.parse("2021-03-01T12:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final RecoveryCodes CODES = RecoveryCodes.make(new SecureRandom());

  private final Roster invited =
      after(
          new Roster(Holder.delegation("eg"), 0, List.of()),
          r -> r.invite(ID, "desk of the mission", Set.of(), invitation("code")));
  private final Roster enrolled = after(invited, r -> enrol(r, "code", NOW));

  @Test
  void anInvitedPersonGetsNoTokensUntilTheAccountIsInUse() {
    assertThat(only(invited).isLive()).isFalse();
    assertThat(only(enrolled).isLive()).isTrue();
    assertThat(person(enrolled).invitation()).isEmpty();
  }

  @Test
  void anInvitationOpensToItsLastInstantForItsOwnCodeAndOnce() {
    Instant end = NOW.plus(WEEK);

    assertThat(enrol(invited, "code", end.minusMillis(1))).isInstanceOf(Step.Change.class);
    assertThat(enrol(invited, "code", end)).isEqualTo(refused(Refusal.INVITATION_OVER));
    assertThat(enrol(invited, "other", NOW)).isEqualTo(refused(Refusal.INVITATION_OVER));
    assertThat(enrol(enrolled, "code", NOW)).isEqualTo(refused(Refusal.INVITATION_OVER));
  }

  @Test
  void neitherCodeNorInvitationIsKeptAsItIs() {
    String kept = only(invited).toString() + only(enrolled);

    assertThat(kept).doesNotContain(CODES.shown().getFirst(), "=code");
    assertThat(person(enrolled).codes()).hasSize(RecoveryCodes.SET).doesNotHaveDuplicates();
  }

  @Test
  void aRecoveryCodeOpensOnceAndLeavesTheOthers() {
    Roster used = after(enrolled, r -> People.signInByCode(r, ID, CODES.shown().get(4)));

    assertThat(person(used).codes()).hasSize(9);
    assertThat(only(used).tokensFrom()).isEqualTo(only(enrolled).tokensFrom());
    assertThat(People.signInByCode(used, ID, CODES.shown().get(4)))
        .isEqualTo(refused(Refusal.WRONG_CODE));
    assertThat(People.signInByCode(used, ID, CODES.shown().get(5))).isInstanceOf(Step.Change.class);
  }

  @Test
  void aRecoveryCodeIsTakenAsPeopleTypeIt() {
    assertThat(RecoveryCodes.plain(" 7k2m-9xd0 iLo5 ")).isEqualTo("7K2M9XD01105");
  }

  @Test
  void aNewSetOfCodesTakesThePlaceOfTheOneBefore() {
    RecoveryCodes next = RecoveryCodes.make(new SecureRandom());
    Roster renewed = after(enrolled, r -> People.renewCodes(r, ID, next.hashes(ID)));

    assertThat(People.signInByCode(renewed, ID, CODES.shown().getFirst()))
        .isEqualTo(refused(Refusal.WRONG_CODE));
    assertThat(person(renewed).codes()).hasSize(RecoveryCodes.SET);
  }

  @Test
  void aFurtherKeyEndsNoSessionAndOneThatIsRemovedEndsAll() {
    Roster two = after(enrolled, r -> People.addKey(r, ID, key("second")));
    Roster one = after(two, r -> People.removeKey(r, ID, 1, Optional.empty()));

    assertThat(only(two).tokensFrom()).isEqualTo(only(enrolled).tokensFrom());
    assertThat(person(two).keys()).extracting(PersonKey::number).containsExactly(1, 2);
    assertThat(only(one).tokensFrom()).isEqualTo(one.revision());
    assertThat(person(one).keys()).extracting(PersonKey::credential).containsExactly("second");
  }

  @Test
  void theNumberOfAKeyIsNotUsedAgain() {
    Roster two = after(enrolled, r -> People.addKey(r, ID, key("second")));
    Roster one = after(two, r -> People.removeKey(r, ID, 2, Optional.empty()));

    Roster third = after(one, r -> People.addKey(r, ID, key("third")));

    assertThat(person(third).keys()).extracting(PersonKey::number).containsExactly(1, 3);
  }

  @Test
  void theLastKeyGoesWithARecoveryCodeWhichIsUsedUp() {
    String code = CODES.shown().getFirst();

    assertThat(People.removeKey(enrolled, ID, 1, Optional.empty()))
        .isEqualTo(refused(Refusal.LAST_KEY));
    assertThat(People.removeKey(enrolled, ID, 1, Optional.of("wrong")))
        .isEqualTo(refused(Refusal.WRONG_CODE));
    Roster none = after(enrolled, r -> People.removeKey(r, ID, 1, Optional.of(code)));
    assertThat(person(none).keys()).isEmpty();
    assertThat(person(none).codes()).hasSize(9);
    assertThat(only(none).isLive()).isTrue();
  }

  @Test
  void thereAreTenKeysAtMost() {
    Roster full = enrolled;
    for (int i = 2; i <= Person.MOST_KEYS; i++) {
      String credential = "key" + i;
      full = after(full, r -> People.addKey(r, ID, key(credential)));
    }

    assertThat(People.addKey(full, ID, key("eleventh"))).isEqualTo(refused(Refusal.TOO_MANY_KEYS));
  }

  @Test
  void anotherPasswordEndsAllSessions() {
    Roster changed = after(enrolled, r -> People.changePassword(r, ID, "next hash"));

    assertThat(only(changed).tokensFrom()).isEqualTo(changed.revision());
    assertThat(person(changed).password()).contains("next hash");
  }

  @Test
  void aResetLeavesAnInvitationAndNothingElse() {
    Roster reset = after(enrolled, r -> People.reset(r, ID, invitation("second")));

    assertThat(only(reset).isLive()).isFalse();
    assertThat(only(reset).tokensFrom()).isEqualTo(reset.revision());
    assertThat(person(reset).keys()).isEmpty();
    assertThat(person(reset).codes()).isEmpty();
    assertThat(person(reset).password()).isEmpty();
    assertThat(enrol(reset, "code", NOW)).isEqualTo(refused(Refusal.INVITATION_OVER));
    assertThat(enrol(reset, "second", NOW)).isInstanceOf(Step.Change.class);
  }

  @Test
  void theLastAccountOfTheSecretariatIsNotReset() {
    Roster one =
        after(
            new Roster(Holder.SECRETARIAT, 0, List.of()),
            r -> r.invite("-secretariat.1", "desk", Set.of(), invitation("-secretariat.1", "c")),
            r -> People.enrol(r, "-secretariat.1", "c", "hash", key("first"), List.of(), NOW));

    assertThat(People.reset(one, "-secretariat.1", invitation("-secretariat.1", "d")))
        .isEqualTo(refused(Refusal.LAST_OF_SECRETARIAT));
  }

  @Test
  void aRevokedPersonHasNothingLeft() {
    Roster revoked = after(enrolled, r -> r.revoke(ID, NOW));

    assertThat(person(revoked))
        .isEqualTo(new Person(Optional.empty(), Optional.empty(), List.of(), 1, List.of()));
    assertThat(People.reset(revoked, ID, invitation("again"))).isEqualTo(refused(Refusal.REVOKED));
    assertThat(People.signInByCode(revoked, ID, CODES.shown().getFirst()))
        .isEqualTo(refused(Refusal.REVOKED));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, true",
    "0, 1, true",
    "5, 6, true",
    "5, 5, false",
    "5, 4, false",
    "5, 0, false"
  })
  void aCounterGoesOnOrThereIsNone(long before, long now, boolean taken) {
    var last = new KeyUse(ID, 1, "first", before, Optional.of(NOW));
    var use = new KeyUse(ID, 1, "first", now, Optional.of(NOW));

    Step step = People.signIn(enrolled, ID, Optional.of(last), use);

    assertThat(step)
        .isEqualTo(
            taken
                ? new Step.Change(Act.SIGNED_IN, List.of(), Optional.of(use))
                : refused(Refusal.COUNTER_WENT_BACK));
  }

  @Test
  void aKeyThatWasRemovedSignsNobodyIn() {
    Roster two = after(enrolled, r -> People.addKey(r, ID, key("second")));
    Roster one = after(two, r -> People.removeKey(r, ID, 1, Optional.empty()));

    assertThat(
            People.signIn(
                one, ID, Optional.empty(), new KeyUse(ID, 1, "first", 1, Optional.of(NOW))))
        .isEqualTo(refused(Refusal.NOT_HERE));
  }

  @Test
  void aClientHasNoneOfThis() {
    Roster client =
        after(
            new Roster(Holder.delegation("eg"), 0, List.of()),
            r -> r.create(ID, "desk", Set.of(), "h", NOW, "s"));

    assertThat(People.addKey(client, ID, key("k"))).isEqualTo(refused(Refusal.WRONG_KIND));
    assertThat(People.reset(client, ID, invitation("c"))).isEqualTo(refused(Refusal.WRONG_KIND));
    assertThat(enrolled.addSecret(ID, "h", NOW, "s")).isEqualTo(refused(Refusal.WRONG_KIND));
  }

  @ParameterizedTest
  @CsvSource({
    "twelve chars, false",
    "elevenchars, true",
    "محمد يكتب كلمة سر, false",
    "this is eg.1's own password, true",
    "DESK OF THE MISSION 2021, true",
    "the desk that has a mission, false"
  })
  void aPasswordIsLongEnoughAndNotTheAccountsOwnName(String password, boolean refused) {
    assertThat(PasswordPolicy.faults(only(enrolled), password).isEmpty()).isEqualTo(!refused);
  }

  private static Step enrol(Roster roster, String code, Instant at) {
    return People.enrol(roster, ID, code, "hash", key("first"), CODES.hashes(ID), at);
  }

  private static Invitation invitation(String code) {
    return invitation(ID, code);
  }

  private static Invitation invitation(String account, String code) {
    return new Invitation(Fingerprint.of(account, code), NOW, "secretariat", NOW.plus(WEEK));
  }

  private static PersonKey key(String credential) {
    return new PersonKey(0, "blue", credential, "attestation", List.of("usb"), true, NOW);
  }

  @SafeVarargs
  private static Roster after(Roster roster, Function<Roster, Step>... rules) {
    Roster standing = roster;
    for (Function<Roster, Step> rule : rules) {
      var change = (Step.Change) rule.apply(standing);
      standing = new Roster(standing.holder(), standing.revision() + 1, change.cards());
    }
    return standing;
  }

  private static Account only(Roster roster) {
    assertThat(roster.accounts()).hasSize(1);
    return roster.accounts().getFirst();
  }

  private static Person person(Roster roster) {
    return only(roster).person().orElseThrow();
  }

  private static Step refused(Refusal why) {
    return new Step.Refused(why);
  }
}
