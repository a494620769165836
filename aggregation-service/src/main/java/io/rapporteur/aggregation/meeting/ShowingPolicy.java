package io.rapporteur.aggregation.meeting;

import io.rapporteur.schemas.http.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may be shown to others, so that nothing points to what they do not see. */
final class ShowingPolicy {

  private ShowingPolicy() {}

  /** What others do not see as it stands. */
  static Step.Shown everything(Meeting meeting) {
    return new Step.Shown(
        meeting.all().stream().filter(meeting::hides).map(Entry::id).toList(),
        meeting.hidesStatements());
  }

  /** All faults of showing these. */
  static List<Fault> showing(Meeting meeting, Step.Shown shown) {
    List<Fault> faults = new ArrayList<>();
    if (shown.entries().isEmpty() && !shown.statements()) {
      faults.add(Fault.of("entries", "none", "something that others do not see yet"));
    }
    for (int i = 0; i < shown.entries().size(); i++) {
      String place = "entries[" + i + "]";
      Optional<Entry> found = meeting.entry(shown.entries().get(i));
      if (found.isEmpty()) {
        faults.add(Fault.of(place, shown.entries().get(i), "an entry"));
        continue;
      }
      Entry entry = found.get();
      entry
          .decided()
          .flatMap(last -> last.decision().into())
          .flatMap(meeting::entry)
          .filter(into -> into.picture().isEmpty() && !shown.entries().contains(into.id()))
          .ifPresent(
              into ->
                  faults.add(
                      Fault.of(
                          place,
                          entry.label() + " is merged into " + into.label(),
                          into.label() + " too, which others do not see yet")));
    }
    return faults;
  }
}
