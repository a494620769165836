package io.rapporteur.comments.silence;

/** What came of a request; a refusal is a value. */
public sealed interface SilenceOutcome {

  /** It counted, now or at an earlier try. */
  record Counted(Silence silence) implements SilenceOutcome {}

  /** The key was used before, for another request. */
  record KeyReused() implements SilenceOutcome {}

  /** There is no such question for this caller. */
  record NoSuchQuestion() implements SilenceOutcome {}

  /** The member is not asked. */
  record NotAsked() implements SilenceOutcome {}

  /** The procedure has ended. */
  record Over(Silence silence) implements SilenceOutcome {}

  /** The deadline named is not later than the one that stands. */
  record NotLater(Silence silence) implements SilenceOutcome {}

  /** The member has objected before, in other words. */
  record ObjectedBefore() implements SilenceOutcome {}

  /** Others came first at every try. */
  record Overtaken() implements SilenceOutcome {}

  /** The view did not reach the end of the log, so that nothing can be said. */
  record ViewBehind() implements SilenceOutcome {}
}
