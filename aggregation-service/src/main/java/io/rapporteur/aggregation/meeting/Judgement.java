package io.rapporteur.aggregation.meeting;

/** What is to be done on a meeting as it stands. */
public sealed interface Judgement {

  /** It may be done; this is what happens. */
  record Done(Step.Fact fact) implements Judgement {}

  /** It may not. */
  record Refused(MeetingOutcome outcome) implements Judgement {}
}
