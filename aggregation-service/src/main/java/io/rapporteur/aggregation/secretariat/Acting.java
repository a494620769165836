package io.rapporteur.aggregation.secretariat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is done on rows. Of two steps for the same place the log picks one; the other is judged
 * again on what then stands. Before a refusal is believed, the log is read to its end. Thread-safe.
 */
public final class Acting {

  private static final int TRIES = 8;

  private final Rows rows;

  /** Works on these. */
  public Acting(Rows rows) {
    this.rows = rows;
  }

  /**
   * Does what an act asks, if it may be done.
   *
   * @param judging says what happens on a row as it stands
   */
  public Outcome act(
      Act act, String subject, String consultation, Function<List<Step>, Judgement> judging) {
    boolean sure = false;
    for (int tried = 0; tried < TRIES; tried++) {
      List<Step> row = rows.row(subject);
      Optional<Outcome> outcome = earlier(act, row);
      if (outcome.isPresent()) {
        return outcome.get();
      }
      switch (judging.apply(row)) {
        case Judgement.Done(Step.Fact fact) -> {
          // What it turned out to be is seen at the next look.
          rows.append(step(act, subject, consultation, row, fact));
          sure = false;
          continue;
        }
        case Judgement.StandsAlready stands -> {
          if (sure) {
            return new Outcome.Counted(row);
          }
          sure = true;
        }
        case Judgement.Refused(Outcome refusal) -> {
          if (sure) {
            return refusal;
          }
          sure = true;
        }
      }
      if (!rows.catchUp()) {
        return new Outcome.ViewBehind();
      }
    }
    return earlier(act, rows.row(subject)).orElseGet(Outcome.Overtaken::new);
  }

  private static Optional<Outcome> earlier(Act act, List<Step> row) {
    return row.stream()
        .filter(step -> step.requestId().equals(act.requestId().value()))
        .findFirst()
        .map(
            made ->
                made.requestDigest().equals(act.requestDigest())
                    ? new Outcome.Counted(row)
                    : new Outcome.KeyReused());
  }

  private static Step step(
      Act act, String subject, String consultation, List<Step> row, Step.Fact fact) {
    return new Step(
        subject,
        consultation,
        (row.isEmpty() ? 0 : row.getLast().number()) + 1,
        act.requestId().value(),
        act.requestDigest(),
        act.receivedAt(),
        act.client(),
        fact);
  }
}
