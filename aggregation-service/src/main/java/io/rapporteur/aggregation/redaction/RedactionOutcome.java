package io.rapporteur.aggregation.redaction;

/** What came of a request; a refusal is a value. */
public sealed interface RedactionOutcome {

  /**
   * It counted, now or at an earlier try.
   *
   * @param line as it stands now
   * @param step revision of the line that it made
   */
  record Counted(RedactionLine line, int step) implements RedactionOutcome {}

  /** The key was used before, for another request. */
  record KeyReused() implements RedactionOutcome {}

  /** There is no redaction of this number that stands. */
  record NothingThere() implements RedactionOutcome {}

  /** The line has changed since the caller saw it. */
  record Changed(int revision) implements RedactionOutcome {}

  /** Others came first at every try. */
  record Overtaken() implements RedactionOutcome {}

  /** The view did not reach the end of the log, so that nothing can be said. */
  record ViewBehind() implements RedactionOutcome {}
}
