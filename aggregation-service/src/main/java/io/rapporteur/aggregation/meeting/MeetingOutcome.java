package io.rapporteur.aggregation.meeting;

import io.rapporteur.schemas.http.Fault;
import java.util.List;

/** What came of a request; a refusal is a value. */
public sealed interface MeetingOutcome {

  /**
   * It counted, now or at an earlier try.
   *
   * @param meeting as it stands now
   * @param step revision that it made
   */
  record Counted(Meeting meeting, int step) implements MeetingOutcome {}

  /** The key was used before, for another request. */
  record KeyReused() implements MeetingOutcome {}

  /** There is no such thing. */
  record NothingThere() implements MeetingOutcome {}

  /** What it says cannot be done, and why. */
  record Faulty(List<Fault> faults) implements MeetingOutcome {}

  /**
   * What it is on has changed since the caller saw it.
   *
   * @param entries that have; empty if it is the meeting as a whole
   */
  record Changed(int revision, List<String> entries) implements MeetingOutcome {}

  /** The list has been adopted. */
  record Closed() implements MeetingOutcome {}

  /** Others came first at every try. */
  record Overtaken() implements MeetingOutcome {}

  /** The view did not reach the end of the log, so that nothing can be said. */
  record ViewBehind() implements MeetingOutcome {}
}
