package io.rapporteur.comments.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.comments.draft.ClearancePolicy.Verdict;
import io.rapporteur.schemas.access.Duty;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClearancePolicyTest {

  @ParameterizedTest
  @CsvSource({
    "DRAFTING,  IN_REVIEW, EXPERT,        ALLOWED",
    "DRAFTING,  IN_REVIEW, REVIEWER,      NOT_YOURS",
    "DRAFTING,  IN_REVIEW, CONTACT_POINT, ALLOWED",
    "DRAFTING,  RELEASED,  EXPERT,        NOT_YOURS",
    "DRAFTING,  RELEASED,  CONTACT_POINT, ALLOWED",
    "IN_REVIEW, RETURNED,  EXPERT,        NOT_YOURS",
    "IN_REVIEW, RETURNED,  REVIEWER,      ALLOWED",
    "IN_REVIEW, RELEASED,  REVIEWER,      ALLOWED",
    "IN_REVIEW, RELEASED,  EXPERT,        NOT_YOURS",
    "RETURNED,  IN_REVIEW, EXPERT,        ALLOWED",
    "RELEASED,  RETURNED,  REVIEWER,      ALLOWED",
    "RELEASED,  DISCARDED, EXPERT,        NOT_YOURS",
    "DRAFTING,  DISCARDED, EXPERT,        ALLOWED",
    "DISCARDED, DRAFTING,  EXPERT,        ALLOWED",
    "DISCARDED, RELEASED,  CONTACT_POINT, NOT_AT_THIS_STAGE",
    "MERGED,    DRAFTING,  REVIEWER,      ALLOWED",
    "MERGED,    DRAFTING,  EXPERT,        NOT_YOURS"
  })
  void letsEachDutyMoveADraftAsFarAsItReaches(Stage from, Stage to, Duty duty, Verdict verdict) {
    assertThat(ClearancePolicy.moving(Set.of(duty), from, to)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void letsNobodyTouchWhatWasHandedIn(Stage to) {
    Set<Duty> all = EnumSet.allOf(Duty.class);

    assertThat(ClearancePolicy.moving(all, Stage.SUBMITTED, to))
        .isEqualTo(Verdict.NOT_AT_THIS_STAGE);
    assertThat(ClearancePolicy.rewriting(all, Stage.SUBMITTED))
        .isEqualTo(Verdict.NOT_AT_THIS_STAGE);
    assertThat(ClearancePolicy.merging(all, Stage.SUBMITTED)).isEqualTo(Verdict.NOT_AT_THIS_STAGE);
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void letsNobodyCallADraftSubmittedOrMergedByHand(Stage from) {
    Set<Duty> all = EnumSet.allOf(Duty.class);

    assertThat(ClearancePolicy.moving(all, from, Stage.SUBMITTED))
        .isEqualTo(Verdict.NOT_AT_THIS_STAGE);
    assertThat(ClearancePolicy.moving(all, from, Stage.MERGED))
        .isEqualTo(Verdict.NOT_AT_THIS_STAGE);
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void letsThoseWithoutADutyDoNothing(Stage from) {
    for (Stage to : Stage.values()) {
      assertThat(ClearancePolicy.moving(Set.of(), from, to)).isNotEqualTo(Verdict.ALLOWED);
    }
    assertThat(ClearancePolicy.rewriting(Set.of(), from)).isNotEqualTo(Verdict.ALLOWED);
    assertThat(ClearancePolicy.merging(Set.of(), from)).isNotEqualTo(Verdict.ALLOWED);
  }

  @Test
  void letsAReleasedTextBeRewrittenByTheContactPointAlone() {
    assertThat(ClearancePolicy.rewriting(Set.of(Duty.EXPERT, Duty.REVIEWER), Stage.RELEASED))
        .isEqualTo(Verdict.NOT_YOURS);
    assertThat(ClearancePolicy.rewriting(Set.of(Duty.CONTACT_POINT), Stage.RELEASED))
        .isEqualTo(Verdict.ALLOWED);
  }
}
