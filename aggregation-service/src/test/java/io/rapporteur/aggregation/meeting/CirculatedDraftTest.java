package io.rapporteur.aggregation.meeting;

import static io.rapporteur.aggregation.meeting.MeetingExamples.amended;
import static io.rapporteur.aggregation.meeting.MeetingExamples.english;
import static io.rapporteur.aggregation.meeting.MeetingExamples.id;
import static io.rapporteur.aggregation.meeting.MeetingExamples.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapporteur.aggregation.compilation.DraftEntry;
import io.rapporteur.aggregation.meeting.MeetingExamples.Room;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CirculatedDraftTest {

  @Test
  void holdsNothingThatWasNotCirculated() {
    Room room = new Room().propose("one");
    assertThat(CirculatedDraft.entries(room.meeting())).isEmpty();

    room.circulate().propose("two");

    assertThat(CirculatedDraft.entries(room.meeting()))
        .containsExactly(new DraftEntry(id(1), 1, 1, Map.of("en", "one"), "en"));
  }

  @Test
  void keepsWhatEachVersionSaid() {
    Room room = new Room().propose("one", "two").circulate();
    revise(room, 1, "one again");
    room.done(Judging.withdrawing(id(2), "by mistake", room.seen()));
    room.circulate();

    Meeting meeting = room.meeting();

    assertThat(CirculatedDraft.texts(meeting, id(1), 1)).contains(Map.of("en", "one"));
    assertThat(CirculatedDraft.texts(meeting, id(1), 2)).contains(Map.of("en", "one again"));
    assertThat(CirculatedDraft.texts(meeting, id(2), 2)).isEmpty();
    assertThat(CirculatedDraft.entries(meeting))
        .extracting(DraftEntry::id, DraftEntry::version)
        .containsExactly(tuple(id(1), 2), tuple(id(2), 1));
  }

  @Test
  void theActSaysWhichRevisionMadeEachTextThatItCirculates() {
    Room room = new Room().propose("one", "two", "three");
    revise(room, 2, "two again");
    room.decide(amended(1, "one amended"), split(3, "a", "b")).show();
    revise(room, 2, "two at last");
    room.decide(amended(2, "in private"));
    Instant until = MeetingExamples.NOON.plusSeconds(60);

    room.done(Judging.circulating(Optional.empty(), Optional.of(until), room.seen()));

    Step.Circulated act = (Step.Circulated) room.log.log().getLast().fact();
    assertThat(act.commentsUntil()).contains(until);
    assertThat(act.entries())
        .containsExactly(
            new Step.CirculatedText(id(1), 3),
            new Step.CirculatedText(id(2), 5),
            new Step.CirculatedText(id(3), 1),
            new Step.CirculatedText(id(4), 3),
            new Step.CirculatedText(id(5), 3));
    assertThat(room.meeting().circulation().orElseThrow().texts().values())
        .extracting(wording -> wording.texts().get("en"))
        .containsExactly("one amended", "two at last", "three", "a", "b");
  }

  private static void revise(Room room, int entry, String text) {
    room.done(
        Judging.revising(
            new Card(id(entry), english(text), List.of("item " + entry), true), room.seen()));
  }
}
