package io.rapporteur.aggregation.secretariat;

/** What is to be done on a row as it stands. */
public sealed interface Judgement {

  /** It may be done; this is what happens. */
  record Done(Step.Fact fact) implements Judgement {}

  /** It stands as it is asked for already; nothing happens. */
  record StandsAlready() implements Judgement {}

  /** It may not. */
  record Refused(Outcome outcome) implements Judgement {}
}
