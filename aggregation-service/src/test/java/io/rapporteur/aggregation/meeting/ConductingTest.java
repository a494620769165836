package io.rapporteur.aggregation.meeting;

import static io.rapporteur.aggregation.meeting.MeetingExamples.NOON;
import static io.rapporteur.aggregation.meeting.MeetingExamples.card;
import static io.rapporteur.aggregation.meeting.MeetingExamples.id;
import static io.rapporteur.aggregation.meeting.MeetingExamples.merged;
import static io.rapporteur.aggregation.meeting.MeetingExamples.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.meeting.MeetingExamples.Room;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of two acts for the same place the log picks one. */
class ConductingTest {

  private final Room room = new Room().propose("one", "two");
  private final int seen = room.seen();

  private MeetingOutcome decide(Decision decision) {
    return room.tried(Judging.deciding(List.of(decision), NOON, false, Optional.of(seen)));
  }

  @Test
  void refusesAnActOnAnEntryThatHasChangedSinceItWasSeen() {
    room.decide(on(1, Kind.OPENED));

    assertThat(decide(on(1, Kind.AGREED)))
        .isEqualTo(new MeetingOutcome.Changed(room.seen(), List.of(id(1))));
  }

  @Test
  void letsAnActCountOnAnEntryThatIsAsItWasSeenThoughAnotherChanged() {
    room.decide(on(1, Kind.OPENED));

    assertThat(decide(on(2, Kind.AGREED))).isInstanceOf(MeetingOutcome.Counted.class);
  }

  @Test
  void refusesAnActOnAnEntryIntoWhichAnotherWasMergedSince() {
    room.decide(merged(1, 2));

    assertThat(decide(on(2, Kind.NOT_AGREED)))
        .isEqualTo(new MeetingOutcome.Changed(room.seen(), List.of(id(2))));
  }

  @Test
  void refusesAMergeIntoAnEntryThatHasChangedSince() {
    room.decide(on(2, Kind.NOT_AGREED));

    assertThat(decide(merged(1, 2)))
        .isEqualTo(new MeetingOutcome.Changed(room.seen(), List.of(id(2))));
  }

  @Test
  void judgesAgainOnWhatStandsWhenAnotherCameFirst() {
    room.log.comesFirst(new Step.Decisions(List.of(on(1, Kind.AGREED)), NOON, false));

    MeetingOutcome second = decide(merged(2, 1));

    assertThat(second).isEqualTo(new MeetingOutcome.Changed(room.seen(), List.of(id(1))));
    assertThat(room.standing()).containsExactly("1 agreed: one", "2 proposed: two");
  }

  @Test
  void refusesTheSecondOfTwoMergesThatTogetherWouldMakeACircle() {
    room.log.comesFirst(new Step.Decisions(List.of(merged(1, 2)), NOON, false));

    MeetingOutcome second =
        room.tried(Judging.deciding(List.of(merged(2, 1)), NOON, false, Optional.empty()));

    assertThat(Room.faults(second).getFirst()).contains("entry 2 > entry 1 > entry 2");
    assertThat(room.standing()).containsExactly("1 merged: one", "2 proposed: two");
  }

  @Test
  void givesAnotherNumberToAnEntryThatCameSecond() {
    room.log.comesFirst(new Step.Proposed(List.of(card("theirs").numbered(id(3)))));

    room.propose("ours");

    assertThat(room.standing())
        .containsExactly(
            "1 proposed: one", "2 proposed: two", "3 proposed: theirs", "4 proposed: ours");
  }

  @Test
  void answersARetryWithTheFirstOutcomeAndAppendsNothing() {
    var judging = Judging.proposing(List.of(card("three")));
    room.log.act("same", judging);
    int appended = room.log.appended();

    assertThat(room.log.act("same", judging)).isInstanceOf(MeetingOutcome.Counted.class);
    assertThat(room.log.appended()).isEqualTo(appended);
    assertThat(room.standing()).hasSize(3);
  }

  @Test
  void refusesAKeyThatWasUsedForAnotherRequest() {
    room.log.act("same", Judging.proposing(List.of(card("three"))));
    var other = new Act("chair", "the-chair", "chair", "same", NOON, Map.of("key", "another"));

    assertThat(new Conducting(room.log).act(other, "c", Judging.proposing(List.of(card("four")))))
        .isEqualTo(new MeetingOutcome.KeyReused());
  }

  @Test
  void readsTheLogToItsEndBeforeItRefuses() {
    room.log.elsewhere(new Step.Proposed(List.of(card("theirs").numbered(id(3)))));

    assertThat(
            room.tried(
                Judging.deciding(List.of(on(3, Kind.AGREED)), NOON, false, Optional.empty())))
        .isInstanceOf(MeetingOutcome.Counted.class);
  }

  @Test
  void circulatesNothingThatHasChangedSinceItWasSeen() {
    room.propose("three");

    assertThat(room.tried(Judging.circulating(Optional.empty(), Optional.empty(), seen)))
        .isEqualTo(new MeetingOutcome.Changed(room.seen(), List.of()));
  }
}
