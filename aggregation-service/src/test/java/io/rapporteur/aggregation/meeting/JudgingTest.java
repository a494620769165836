package io.rapporteur.aggregation.meeting;

import static io.rapporteur.aggregation.meeting.MeetingExamples.NOON;
import static io.rapporteur.aggregation.meeting.MeetingExamples.amended;
import static io.rapporteur.aggregation.meeting.MeetingExamples.card;
import static io.rapporteur.aggregation.meeting.MeetingExamples.fromTheFloor;
import static io.rapporteur.aggregation.meeting.MeetingExamples.id;
import static io.rapporteur.aggregation.meeting.MeetingExamples.merged;
import static io.rapporteur.aggregation.meeting.MeetingExamples.on;
import static io.rapporteur.aggregation.meeting.MeetingExamples.split;
import static io.rapporteur.aggregation.meeting.MeetingExamples.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.meeting.MeetingExamples.Room;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What may be done in a meeting, what then stands, and what others see of it. */
class JudgingTest {

  private final Room room = new Room();

  @Test
  void numbersEntriesInTheOrderInWhichTheyWereMadeAndNeverGivesANumberAgain() {
    room.propose("one", "two");
    room.done(Judging.withdrawing(id(2), "doubled", room.seen()));
    room.propose("three");

    assertThat(room.standing()).containsExactly("1 proposed: one", "3 proposed: three");
  }

  @Test
  void takesAnItemOfAnotherEntryOnlyWhereItIsSaid() {
    room.propose("one");

    assertThat(Room.faults(room.tried(Judging.proposing(List.of(card("x", "item of one"))))))
        .containsExactly(
            "entries[0].sources[0]: item of one is in entry 1 (expected: an item of no other entry,"
                + " or sharesItems: true)");
    var shared = new Card("", card("x").wording(), List.of("item of one"), true);
    assertThat(room.tried(Judging.proposing(List.of(shared))))
        .isInstanceOf(MeetingOutcome.Counted.class);
  }

  @Test
  void refusesAMergeOfAnEntryIntoItself() {
    room.propose("one", "two");

    assertThat(room.refused(merged(1, 1)))
        .containsExactly("decisions[0].into: entry 1 (expected: no circle: entry 1 > entry 1)");
  }

  @Test
  void refusesAMergeInACircleAndNamesIt() {
    room.propose("one", "two", "three").decide(merged(1, 2)).decide(merged(2, 3));

    assertThat(room.refused(merged(3, 1)))
        .containsExactly(
            "decisions[0].into: entry 1 (expected: no circle: entry 3 > entry 1 > entry 2 > entry"
                + " 3)");
  }

  @Test
  void refusesAMergeOfAPartIntoWhatItWasSplitFrom() {
    room.propose("one").decide(split(1, "one a", "one b"));

    assertThat(room.refused(merged(2, 1)))
        .containsExactly(
            "decisions[0].into: entry 1 (expected: no circle: entry 2 > entry 1 > entry 2)");
  }

  @Test
  void appliesNothingOfABlockThatHoldsACircle() {
    room.propose("one", "two", "three");
    int before = room.seen();

    assertThat(room.refused(on(3, Kind.AGREED), merged(1, 2), merged(2, 1)))
        .containsExactly(
            "decisions[2].into: entry 1 (expected: no circle: entry 2 > entry 1 > entry 2)");
    assertThat(room.seen()).isEqualTo(before);
    assertThat(room.standing())
        .containsExactly("1 proposed: one", "2 proposed: two", "3 proposed: three");
  }

  @Test
  void decidesOnEachEntryOnceInABlock() {
    room.propose("one", "two");

    assertThat(room.refused(on(1, Kind.OPENED), on(2, Kind.AGREED), on(1, Kind.AGREED)))
        .containsExactly("decisions[2].entry: c.entry-1 (expected: each entry once in a block)");
  }

  @Test
  void tellsAllFaultsOfABlockAtOnce() {
    room.propose("one", "two").decide(on(1, Kind.AGREED));

    assertThat(room.refused(on(1, Kind.DEFERRED), on(9, Kind.AGREED), on(2, Kind.REOPENED)))
        .hasSize(3);
  }

  @Test
  void refusesAMergeIntoWhatDoesNotStandAnyMore() {
    room.propose("one", "two", "three")
        .decide(merged(1, 2))
        .decide(on(2, Kind.OPENED))
        .decide(on(2, Kind.NOT_AGREED));

    assertThat(room.refused(merged(3, 1)).getFirst()).contains("entry 1 is merged");
    assertThat(room.refused(merged(3, 2)).getFirst()).contains("entry 2 is not-agreed");
  }

  @Test
  void agreesAdReferendumAndConfirmsIt() {
    room.propose("one").decide(on(1, Kind.AGREED_AD_REFERENDUM));

    assertThat(room.refused(on(1, Kind.NOT_AGREED)).getFirst())
        .contains("entry 1 is agreed-ad-referendum")
        .contains("agreed, reopened may follow");
    room.decide(on(1, Kind.AGREED));
    assertThat(room.standing()).containsExactly("1 agreed: one");
  }

  @Test
  void keepsTheAmendedTextWhenItIsReopenedAndTheRevisedOneWhenItIsRevisedThen() {
    room.propose("one").decide(amended(1, "amended")).decide(on(1, Kind.REOPENED));
    assertThat(room.standing()).containsExactly("1 reopened: amended");

    room.done(Judging.revising(card("revised").numbered(id(1)), room.seen()));
    assertThat(room.standing()).containsExactly("1 reopened: revised");
  }

  @Test
  void revisesNoTextOnWhichSomethingIsSettled() {
    room.propose("one").decide(on(1, Kind.AGREED));

    assertThat(Room.faults(room.tried(Judging.revising(card("x").numbered(id(1)), room.seen()))))
        .containsExactly(
            "entry: entry 1 is agreed (expected: one on which nothing is settled; reopen it before"
                + " it is revised)");
  }

  @Test
  void placesPartsWhereTheWholeStoodAndTakesThemBackWhenItIsReopened() {
    room.propose("one", "two").decide(split(1, "one a", "one b"));
    assertThat(room.standing())
        .containsExactly(
            "1 split: one", "3 proposed: one a", "4 proposed: one b", "2 proposed: two");
    assertThat(room.meeting().entry(id(3)).orElseThrow().card().sources())
        .containsExactly("item of one");

    room.decide(on(1, Kind.REOPENED));
    assertThat(room.standing()).containsExactly("1 reopened: one", "2 proposed: two");
  }

  @Test
  void leavesThePartsOfAnEarlierSplitAsideWhenItIsSplitAgain() {
    room.propose("one").decide(split(1, "a", "b")).decide(on(1, Kind.REOPENED));

    room.decide(split(1, "c", "d"));

    assertThat(room.standing()).containsExactly("1 split: one", "4 proposed: c", "5 proposed: d");
  }

  @Test
  void takesPartsFromTheSightOfOthersWhenTheReopeningIsShown() {
    room.propose("one").circulate().decide(split(1, "a", "b")).show();
    room.decide(on(1, Kind.REOPENED));
    assertThat(room.pictures()).containsExactly("1 split: one", "2 proposed: a", "3 proposed: b");

    room.show();

    assertThat(room.pictures()).containsExactly("1 reopened: one");
  }

  @Test
  void reopensNoSplitOnWhosePartsSomethingIsDecided() {
    room.propose("one", "two").decide(split(1, "a", "b")).decide(on(3, Kind.AGREED));

    assertThat(room.refused(on(1, Kind.REOPENED)).getFirst())
        .contains("something is decided on entry 3");
  }

  @Test
  void refusesADecisionThatWasTakenBeforeTheLastOne() {
    room.propose("one").decide(on(1, Kind.OPENED));

    assertThat(
            Room.faults(
                room.tried(
                    Judging.deciding(
                        List.of(on(1, Kind.AGREED)),
                        NOON.minusSeconds(1),
                        false,
                        Optional.empty()))))
        .containsExactly(
            "decisions[0].decidedAt: 2021-04-07T11:59:59Z (expected: not before the last decision"
                + " on entry 1, 2021-04-07T12:00:00Z)");
  }

  @Test
  void correctsTheLastDecisionByAnotherAndKeepsBoth() {
    room.propose("one", "two").decide(on(1, Kind.AGREED));
    room.correct(1, Optional.of(merged(1, 2)));

    assertThat(room.standing()).containsExactly("1 merged: one", "2 proposed: two");
    Entry entry = room.meeting().entry(id(1)).orElseThrow();
    assertThat(entry.history()).hasSize(2);
    assertThat(entry.history().getFirst().correction().orElseThrow().reason())
        .isEqualTo("misheard");
  }

  @Test
  void correctsToNothingWhatWasRecordedByMistake() {
    room.propose("one").decide(fromTheFloor("new")).decide(on(1, Kind.AGREED));

    room.correct(1, Optional.empty()).correct(2, Optional.empty());

    assertThat(room.standing()).containsExactly("1 proposed: one");
  }

  @Test
  void correctsNoDecisionButTheLast() {
    room.propose("one").decide(on(1, Kind.OPENED)).decide(on(1, Kind.AGREED));
    var first = new Step.Corrected(id(1), 2, "x", Optional.empty(), NOON);

    assertThat(Room.faults(room.tried(Judging.correcting(first, room.seen()))))
        .containsExactly("corrects: 2 (expected: the last decision on entry 1, 3)");
  }

  @Test
  void refusesACorrectionThatWouldCloseACircle() {
    room.propose("one", "two")
        .decide(merged(1, 2))
        .decide(on(1, Kind.REOPENED))
        .decide(merged(2, 1));

    assertThat(Room.faults(room.tried(room.correction(1, Optional.empty()))))
        .containsExactly("corrects: entry 2 (expected: no circle: entry 1 > entry 2 > entry 1)");
  }

  @Test
  void showsNothingBeforeAnActThatShows() {
    room.propose("one").decide(on(1, Kind.AGREED)).decide(fromTheFloor("new"));

    assertThat(room.pictures()).isEmpty();
  }

  @Test
  void circulatesWhatIsProposedAndNothingThatIsDecidedInPrivate() {
    room.propose("one", "two").decide(amended(1, "secret")).decide(fromTheFloor("secret too"));

    room.circulate();

    assertThat(room.pictures()).containsExactly("1 proposed: one", "2 proposed: two");
  }

  @Test
  void keepsWhatWasCirculatedUntilTheNextVersionAndMarksWhatChangedSince() {
    room.propose("one", "two").circulate();
    room.done(Judging.revising(card("one again").numbered(id(1)), room.seen()));
    room.done(Judging.withdrawing(id(2), "x", room.seen()));
    room.propose("three");
    assertThat(room.pictures()).containsExactly("1 proposed: one", "2 proposed: two");

    room.circulate();

    assertThat(room.pictures()).containsExactly("1 proposed: one again", "3 proposed: three");
    assertThat(room.meeting().circulation().orElseThrow().version()).isEqualTo(2);
    assertThat(room.meeting().circulation().orElseThrow().changed()).containsExactly(id(1), id(3));
  }

  @Test
  void showsDecisionsAsTheyStoodWhenTheyWereShown() {
    room.propose("one", "two").circulate().decide(on(1, Kind.AGREED)).show();
    room.decide(on(1, Kind.REOPENED)).decide(amended(1, "amended"));
    assertThat(room.pictures()).containsExactly("1 agreed: one", "2 proposed: two");

    room.circulate();
    assertThat(room.pictures()).containsExactly("1 agreed: one", "2 proposed: two");

    room.show();
    assertThat(room.pictures()).containsExactly("1 agreed-as-amended: amended", "2 proposed: two");
  }

  @Test
  void showsACorrectionOnlyWhenItIsShown() {
    room.propose("one").decide(fromTheFloor("new")).show().correct(2, Optional.empty());
    assertThat(room.pictures()).containsExactly("2 new-from-the-floor: new");

    room.show();
    assertThat(room.pictures()).isEmpty();
  }

  @Test
  void showsThePartsWithTheSplitButNotWhatIsDecidedOnThem() {
    room.propose("one").circulate().decide(split(1, "a", "b")).decide(on(2, Kind.NOT_AGREED));

    room.done(Judging.showing(Optional.of(new Step.Shown(List.of(id(1)), false))));

    assertThat(room.pictures()).containsExactly("1 split: one", "2 proposed: a", "3 proposed: b");
  }

  @Test
  void showsNoMergeIntoWhatOthersDoNotSee() {
    room.propose("one").circulate().decide(fromTheFloor("secret")).decide(merged(1, 2));
    var merge = new Step.Shown(List.of(id(1)), false);

    assertThat(Room.faults(room.tried(Judging.showing(Optional.of(merge)))).getFirst())
        .contains("entry 1 is merged into entry 2");
    assertThat(
            room.tried(Judging.deciding(List.of(on(2, Kind.AGREED)), NOON, true, Optional.empty())))
        .isInstanceOf(MeetingOutcome.Counted.class);
    assertThat(room.tried(Judging.showing(Optional.of(merge))))
        .isInstanceOf(MeetingOutcome.Counted.class);
  }

  @Test
  void keepsTheOrderThatOthersSawUntilTheNextAct() {
    room.propose("one", "two").circulate();
    room.done(Judging.ordering(List.of(id(2), id(1)), room.seen()));
    assertThat(room.pictures()).containsExactly("1 proposed: one", "2 proposed: two");
    assertThat(room.standing()).containsExactly("2 proposed: two", "1 proposed: one");

    room.circulate();
    assertThat(room.pictures()).containsExactly("2 proposed: two", "1 proposed: one");
  }

  @Test
  void showsStatementsWithTheirEntryAndKeepsWhatWasShownUntilThen() {
    room.propose("one").circulate();
    room.done(
        Stating.stating(
            new Step.Stated(
                statement(Optional.of(id(1)), "eg", "first"), Optional.empty(), false)));
    assertThat(room.meeting().statementsShown()).isEmpty();
    room.show();
    int said = room.meeting().statements().getFirst().id();
    room.done(
        Stating.stating(
            new Step.Stated(
                statement(Optional.of(id(1)), "eg", "better"), Optional.of(said), false)));
    assertThat(room.meeting().statementsShown())
        .extracting(Statement::text)
        .containsExactly("first");

    room.show();
    assertThat(room.meeting().statementsShown())
        .extracting(Statement::text)
        .containsExactly("better");
    room.done(Stating.takingBack(said, "not upheld"));
    room.show();
    assertThat(room.meeting().statementsShown()).isEmpty();
  }
}
