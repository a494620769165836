package io.rapporteur.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.identity.account.Roster.Step;
import io.rapporteur.schemas.access.Duty;
import io.rapporteur.schemas.access.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RosterTest {

  private static final Instant NOW = Instant.parse("2021-03-01T12:00:00Z");
  private static final Set<Duty> ALL = EnumSet.allOf(Duty.class);

  @Test
  void aNewAccountHasOneSecretAndTokensFromItsOwnRevisionOn() {
    Account made = only(empty(Holder.delegation("eg")).create("eg.1", "desk", ALL, "h", NOW, "s"));

    assertThat(made.secrets()).containsExactly(new Secret(1, "h", NOW, "s"));
    assertThat(made.duties()).containsExactlyInAnyOrderElementsOf(ALL);
    assertThat(made.revision()).isEqualTo(1);
    assertThat(made.tokensFrom()).isEqualTo(1);
    assertThat(made.isLive()).isTrue();
  }

  @Test
  void anAccountOfARoleWithoutAParticipantHasNoDuties() {
    Holder chair = new Holder(Role.CHAIR, Optional.empty());

    assertThat(only(empty(chair).create("-chair.1", "chair", ALL, "h", NOW, "s")).duties())
        .isEmpty();
  }

  @Test
  void aSecondSecretStandsBesideTheFirstAndTakesNoTokenBack() {
    Roster roster = after(empty(Holder.delegation("eg")), create("eg.1"));

    Account rotated = only(roster.addSecret("eg.1", "h2", NOW, "s"));

    assertThat(rotated.secrets()).extracting(Secret::number).containsExactly(1, 2);
    assertThat(rotated.revision()).isEqualTo(2);
    assertThat(rotated.tokensFrom()).isEqualTo(1);
  }

  @Test
  void thereIsNoThirdSecret() {
    Roster roster =
        after(
            empty(Holder.delegation("eg")),
            create("eg.1"),
            r -> r.addSecret("eg.1", "h2", NOW, "s"));

    assertThat(roster.addSecret("eg.1", "h3", NOW, "s")).isEqualTo(refused(Refusal.TWO_SECRETS));
  }

  @Test
  void aSecretThatIsRevokedTakesAllTokensBackAndItsNumberIsNotUsedAgain() {
    Roster roster =
        after(
            empty(Holder.delegation("eg")),
            create("eg.1"),
            r -> r.addSecret("eg.1", "h2", NOW, "s"),
            r -> r.revokeSecret("eg.1", 2));

    assertThat(roster.accounts().getFirst().tokensFrom()).isEqualTo(3);
    assertThat(only(roster.addSecret("eg.1", "h3", NOW, "s")).secrets())
        .extracting(Secret::number)
        .containsExactly(1, 3);
    assertThat(roster.revokeSecret("eg.1", 2)).isEqualTo(refused(Refusal.NOT_HERE));
  }

  @Test
  void otherDutiesTakeTheTokensWithTheOldOnesBack() {
    Roster roster = after(empty(Holder.delegation("eg")), create("eg.1"));

    Account changed = only(roster.changeDuties("eg.1", Set.of(Duty.EXPERT)));

    assertThat(changed.duties()).containsExactly(Duty.EXPERT);
    assertThat(changed.tokensFrom()).isEqualTo(2);
  }

  @Test
  void whatIsRevokedStaysRevoked() {
    Roster roster =
        after(empty(Holder.delegation("eg")), create("eg.1"), r -> r.revoke("eg.1", NOW));
    Account revoked = roster.accounts().getFirst();

    assertThat(revoked.isLive()).isFalse();
    assertThat(revoked.secrets()).isEmpty();
    assertThat(revoked.tokensFrom()).isEqualTo(2);
    assertThat(roster.addSecret("eg.1", "h", NOW, "s")).isEqualTo(refused(Refusal.REVOKED));
    assertThat(roster.handOver("eg.1")).isEqualTo(refused(Refusal.REVOKED));
    assertThat(roster.revoke("eg.2", NOW)).isEqualTo(refused(Refusal.NOT_HERE));
  }

  @Test
  void aHandOverIsOneStepInWhichTheNamedAccountGainsTheDutyAndAllOthersLoseIt() {
    Roster roster =
        after(
            empty(Holder.delegation("eg")),
            create("eg.1"),
            create("eg.2"),
            r -> r.create("eg.3", "expert", Set.of(Duty.EXPERT), "h", NOW, "s"),
            create("eg.4"),
            r -> r.revoke("eg.4", NOW));

    var change = (Step.Change) roster.handOver("eg.3");

    assertThat(change.cards()).extracting(Account::id).containsExactly("eg.3", "eg.1", "eg.2");
    assertThat(change.cards().getFirst().duties())
        .containsExactlyInAnyOrder(Duty.EXPERT, Duty.CONTACT_POINT);
    assertThat(change.cards().subList(1, 3))
        .allSatisfy(
            earlier -> {
              assertThat(earlier.duties()).containsExactlyInAnyOrder(Duty.EXPERT, Duty.REVIEWER);
              assertThat(earlier.tokensFrom()).isEqualTo(6);
            });
  }

  @Test
  void theLastAccountOfTheSecretariatIsNotRevokedNorIsItsLastSecret() {
    Roster roster =
        after(
            empty(Holder.SECRETARIAT),
            create("-secretariat.1"),
            create("-secretariat.2"),
            r -> r.revoke("-secretariat.2", NOW));

    assertThat(roster.revoke("-secretariat.1", NOW))
        .isEqualTo(refused(Refusal.LAST_OF_SECRETARIAT));
    assertThat(roster.revokeSecret("-secretariat.1", 1))
        .isEqualTo(refused(Refusal.LAST_OF_SECRETARIAT));
    Roster rotated = after(roster, r -> r.addSecret("-secretariat.1", "h2", NOW, "s"));
    assertThat(rotated.revokeSecret("-secretariat.1", 1)).isInstanceOf(Step.Change.class);
  }

  @Test
  void theLastAccountOfADelegationMayGo() {
    Roster roster = after(empty(Holder.delegation("eg")), create("eg.1"));

    assertThat(roster.revokeSecret("eg.1", 1)).isInstanceOf(Step.Change.class);
    assertThat(roster.revoke("eg.1", NOW)).isInstanceOf(Step.Change.class);
  }

  @Test
  void noMoreThanAHundredAccountsAreLiveAndRevokedOnesDoNotCount() {
    Roster roster = empty(Holder.delegation("eg"));
    for (int i = 1; i <= Roster.MOST; i++) {
      roster = after(roster, create("eg." + i));
    }

    assertThat(create("eg.101").apply(roster)).isEqualTo(refused(Refusal.TOO_MANY));
    assertThat(create("eg.101").apply(after(roster, r -> r.revoke("eg.7", NOW))))
        .isInstanceOf(Step.Change.class);
  }

  private interface Rule {
    Step apply(Roster roster);
  }

  private static Rule create(String id) {
    return roster -> roster.create(id, "desk", ALL, "h", NOW, "s");
  }

  private static Roster empty(Holder holder) {
    return new Roster(holder, 0, List.of());
  }

  private static Roster after(Roster roster, Rule... rules) {
    Roster standing = roster;
    for (Rule rule : rules) {
      Map<String, Account> accounts = new LinkedHashMap<>();
      standing.accounts().forEach(account -> accounts.put(account.id(), account));
      ((Step.Change) rule.apply(standing)).cards().forEach(card -> accounts.put(card.id(), card));
      standing =
          new Roster(
              standing.holder(), standing.revision() + 1, new ArrayList<>(accounts.values()));
    }
    return standing;
  }

  private static Account only(Step step) {
    assertThat(((Step.Change) step).cards()).hasSize(1);
    return ((Step.Change) step).cards().getFirst();
  }

  private static Step refused(Refusal why) {
    return new Step.Refused(why);
  }
}
