package io.rapporteur.comments.submission;

import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Target;
import java.time.Instant;
import java.util.List;

/**
 * What of an act came late: comments on entries of the draft by what its circulation says, all else
 * by the round. An act of comments on entries alone is as late as these.
 *
 * @param act what it hands in besides comments on entries
 * @param entries ids of the entries on which comments came late
 */
record Lateness(boolean act, List<String> entries) {

  /** Copies the list. */
  Lateness {
    entries = List.copyOf(entries);
  }

  /**
   * Judges an act.
   *
   * @param arrived when its request had been read whole, or when it reached the secretariat
   */
  static Lateness of(
      Consultation consultation, String participant, Instant arrived, List<Line> lines) {
    List<Target> onEntries =
        lines.stream().map(Line::target).filter(t -> t.entry().isPresent()).toList();
    List<String> entries =
        onEntries.stream()
            .filter(target -> consultation.late(target, participant, arrived))
            .flatMap(target -> target.entry().stream())
            .distinct()
            .toList();
    boolean onEntriesAlone = !lines.isEmpty() && onEntries.size() == lines.size();
    return new Lateness(
        onEntriesAlone ? !entries.isEmpty() : consultation.late(participant, arrived), entries);
  }

  /** Whether something of it is, so that the log is asked once more. */
  boolean any() {
    return act || !entries.isEmpty();
  }
}
