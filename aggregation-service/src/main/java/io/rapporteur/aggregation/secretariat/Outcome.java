package io.rapporteur.aggregation.secretariat;

import io.rapporteur.schemas.http.Fault;
import java.util.List;

/** What came of a request; a refusal is a value. */
public sealed interface Outcome {

  /**
   * It counted, now or at an earlier try; or nothing was to be done.
   *
   * @param row as it stands now
   */
  record Counted(List<Step> row) implements Outcome {}

  /** The key was used before, for another request. */
  record KeyReused() implements Outcome {}

  /** What it says cannot be done, and why. */
  record Faulty(List<Fault> faults) implements Outcome {}

  /** It replaces something, and does not say which revision of it was seen. */
  record NotSeen(int revision) implements Outcome {}

  /** What it replaces has changed since it was seen. */
  record Changed(int revision) implements Outcome {}

  /** Others came first at every try. */
  record Overtaken() implements Outcome {}

  /** The view did not reach the end of the log, so that nothing can be said. */
  record ViewBehind() implements Outcome {}
}
