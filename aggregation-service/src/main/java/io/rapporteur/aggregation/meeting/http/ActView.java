package io.rapporteur.aggregation.meeting.http;

import io.rapporteur.aggregation.meeting.Entry;
import io.rapporteur.aggregation.meeting.Meeting;
import java.util.List;

/**
 * What came of an act.
 *
 * @param revision of the meeting that it made
 * @param entries that it made or changed, as they stand
 */
record ActView(String consultation, int revision, List<EntryView> entries) {

  static ActView of(int step, MeetingView.Making making) {
    Meeting meeting = making.meeting();
    return new ActView(
        meeting.consultation(),
        step,
        meeting.all().stream().filter(entry -> isOf(entry, step)).map(making::entry).toList());
  }

  private static boolean isOf(Entry entry, int step) {
    return entry.born() == step
        || entry.cardStep() == step
        || entry.touched() == step
        || entry.history().stream()
            .anyMatch(
                d -> d.step() == step || d.correction().filter(c -> c.step() == step).isPresent());
  }
}
