package io.rapporteur.aggregation.meeting;

import static io.rapporteur.aggregation.meeting.MeetingExamples.NOON;
import static io.rapporteur.aggregation.meeting.MeetingExamples.amended;
import static io.rapporteur.aggregation.meeting.MeetingExamples.fromTheFloor;
import static io.rapporteur.aggregation.meeting.MeetingExamples.merged;
import static io.rapporteur.aggregation.meeting.MeetingExamples.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.meeting.ImportingDecisions.Told;
import io.rapporteur.aggregation.meeting.MeetingExamples.Room;
import io.rapporteur.schemas.http.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes of a file of decisions that were noted offline. */
class ImportingDecisionsTest {

  private final Room room = new Room().propose("one", "two", "three");
  private final ImportingDecisions importing =
      new ImportingDecisions(room.log, new Conducting(room.log));

  private static List<OfflineLine> file(Decision... decisions) {
    List<OfflineLine> lines = new ArrayList<>();
    for (Decision decision : decisions) {
      lines.add(
          new OfflineLine(
              lines.size() + 1,
              Map.of("said", decision.toString()),
              Optional.of(decision),
              NOON,
              List.of()));
    }
    return lines;
  }

  private List<String> look(List<OfflineLine> lines) {
    return told(importing.look(MeetingExamples.act("file"), "c", lines));
  }

  private List<String> take(List<OfflineLine> lines) {
    return told(importing.take(MeetingExamples.act("file"), "c", lines));
  }

  private static List<String> told(List<Told> told) {
    return told.stream()
        .map(
            each ->
                each.line().number()
                    + " "
                    + each.fate()
                    + each.faults().stream().map(fault -> " " + fault.message()).toList())
        .toList();
  }

  @Test
  void saysWhatWouldComeOfEachLineOnWhatTheLinesBeforeItLeaveAndChangesNothing() {
    int before = room.seen();

    assertThat(look(file(on(1, Kind.AGREED), on(1, Kind.DEFERRED), on(1, Kind.REOPENED))))
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("1 NEW[]"),
            second -> assertThat(second).startsWith("2 FAULTY[ decision: deferred"),
            third -> assertThat(third).isEqualTo("3 NEW[]"));
    assertThat(room.seen()).isEqualTo(before);
  }

  @Test
  void takesGoodLinesAndTellsTheFaultsOfOthers() {
    List<String> told =
        take(
            file(
                amended(1, "amended"),
                merged(2, 3),
                merged(3, 2),
                on(9, Kind.AGREED),
                fromTheFloor("new")));

    assertThat(told)
        .containsExactly(
            "1 TAKEN[]",
            "2 TAKEN[]",
            "3 FAULTY[ into: entry 2 (expected: no circle: entry 3 > entry 2 > entry 3)]",
            "4 FAULTY[ entry: c.entry-9 (expected: an entry that stands)]",
            "5 TAKEN[]");
    assertThat(room.standing())
        .containsExactly(
            "1 agreed-as-amended: amended",
            "2 merged: two",
            "3 proposed: three",
            "4 new-from-the-floor: new");
    assertThat(room.pictures()).isEmpty();
  }

  @Test
  void changesNothingByTheSameFileAgainThoughAnotherBringsIt() {
    List<OfflineLine> file = file(on(1, Kind.AGREED), fromTheFloor("new"));
    take(file);
    int before = room.seen();

    var other = new Act("secretariat", "secretariat", "secretariat", "x", NOON, Map.of());
    assertThat(told(importing.take(other, "c", file)))
        .containsExactly("1 UNCHANGED[]", "2 UNCHANGED[]");
    assertThat(look(file)).containsExactly("1 UNCHANGED[]", "2 UNCHANGED[]");
    assertThat(room.seen()).isEqualTo(before);
  }

  @Test
  void takesALineThatIsSaidTwiceOnce() {
    assertThat(take(file(fromTheFloor("new"), fromTheFloor("new"))))
        .containsExactly(
            "1 TAKEN[]", "2 FAULTY[ line: the same as line 1 (expected: each decision once)]");
  }

  @Test
  void tellsTheFaultsOfALineThatCouldNotBeRead() {
    var unread =
        new OfflineLine(
            1,
            Map.of(),
            Optional.empty(),
            NOON,
            List.of(Fault.of("decision", "maybe", "a decision")));

    assertThat(take(List.of(unread)))
        .containsExactly("1 FAULTY[ decision: maybe (expected: a decision)]");
  }
}
