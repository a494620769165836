package io.rapporteur.aggregation.meeting;

import static io.rapporteur.aggregation.meeting.MeetingExamples.NOON;
import static io.rapporteur.aggregation.meeting.MeetingExamples.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.meeting.MeetingExamples.Room;
import io.rapporteur.aggregation.meeting.UnderDecision.Held;
import io.rapporteur.aggregation.meeting.UnderDecision.Parted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnderDecisionTest {

  private static final Instant OPENED = NOON;

  @Test
  void anEntryIsUnderDecisionFromItsOpeningUntilAnythingElseIsSaid() {
    Room room = new Room().propose("one");
    assertThat(since(room)).isEmpty();

    assertThat(since(room.decide(on(1, Kind.OPENED)))).contains(NOON);
    for (Kind next : List.of(Kind.DEFERRED, Kind.REOPENED)) {
      assertThat(since(room.decide(on(1, next)))).as(next.word()).isEmpty();
    }
    assertThat(since(room.decide(on(1, Kind.OPENED)))).isPresent();
    assertThat(since(room.decide(on(1, Kind.AGREED)))).isEmpty();
  }

  @Test
  void anOpeningThatWasRecordedByMistakeHoldsNothingBack() {
    Room room = new Room().propose("one").decide(on(1, Kind.OPENED));

    assertThat(since(room.correct(1, Optional.empty()))).isEmpty();
  }

  @Test
  void holdsBackWhatWasReceivedAfterTheOpeningAndNothingElse() {
    Comment before = text("before", 1, OPENED);
    Comment after = text("after", 1, OPENED.plusMillis(1));

    Parted parted = part(true, before, after);

    assertThat(parted.shown()).containsExactly(before);
    assertThat(parted.heldBack()).containsExactly(new Held(after, OPENED.plusMillis(1)));
  }

  @Test
  void leavesTheEarlierTextInItsPlaceForThoseWhoSeeAll() {
    Comment first = text("c", 1, OPENED.minusSeconds(60));
    Comment revised = text("c", 2, OPENED.plusSeconds(60));
    var histories = Map.of("c", List.of(first, revised));

    Parted all = UnderDecision.part(OPENED, List.of(revised), histories, true);
    Parted own = UnderDecision.part(OPENED, List.of(revised), histories, false);

    assertThat(all.shown()).containsExactly(first);
    assertThat(all.heldBack()).extracting(Held::comment).containsExactly(revised);
    assertThat(own.shown()).isEmpty();
    assertThat(own.heldBack()).hasSize(1);
  }

  @Test
  void judgesWhatAnEditionHasByTheTimeAtWhichItWasReceived() {
    Instant cut = OPENED.plusSeconds(3600);
    Comment published = text("c", 1, cut);
    var histories = Map.of("c", List.of(text("c", 1, OPENED.minusSeconds(60))));

    Parted parted = UnderDecision.part(OPENED, List.of(published), histories, false);

    assertThat(parted.shown()).containsExactly(published);
  }

  private static Optional<Instant> since(Room room) {
    return UnderDecision.since(room.meeting().entry("c.entry-1").orElseThrow().decisions());
  }

  private static Parted part(boolean seesAll, Comment... comments) {
    return UnderDecision.part(OPENED, List.of(comments), Map.of(), seesAll);
  }

  private static Comment text(String id, int revision, Instant receivedAt) {
    return new Comment(
        id,
        revision,
        false,
        "c",
        1,
        false,
        receivedAt,
        receivedAt,
        "eg",
        "member-state",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("c.entry-1"),
        Optional.of(1),
        Optional.empty(),
        List.of(),
        revision,
        0,
        Optional.empty(),
        Optional.empty());
  }
}
