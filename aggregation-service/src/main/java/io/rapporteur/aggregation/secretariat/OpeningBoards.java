package io.rapporteur.aggregation.secretariat;

import io.rapporteur.aggregation.board.Audience;
import io.rapporteur.aggregation.board.Opening;
import io.rapporteur.aggregation.board.Openings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Boards that the Bureau decided to open, and to close again; the secretariat records the decision.
 * Who records one on a board of which something was recorded before names the revision it has seen.
 * Thread-safe.
 */
public final class OpeningBoards implements Openings {

  private final Rows rows;

  /** Reads these. */
  public OpeningBoards(Rows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<Opening> of(String consultation) {
    return of(rows.row(Subject.board(consultation)));
  }

  /** The opening that stands after the steps of a row. */
  public static Optional<Opening> of(List<Step> row) {
    return row.isEmpty() ? Optional.empty() : opening(row.getLast());
  }

  private static Optional<Opening> opening(Step step) {
    return step.fact() instanceof Step.BoardOpened opened
        ? Optional.of(
            new Opening(opened.audience(), opened.decision(), opened.procedure(), step.at()))
        : Optional.empty();
  }

  /** Opens, or opens to others than before. */
  public static Function<List<Step>, Judgement> opening(
      Audience audience, String decision, Optional<String> procedure, Optional<Integer> seen) {
    var opened = new Step.BoardOpened(audience, decision, procedure);
    return row -> judged(row, seen, opened);
  }

  /** Closes; a board that is closed stays as it is. */
  public static Function<List<Step>, Judgement> closing(String decision, Optional<Integer> seen) {
    return row ->
        of(row).isEmpty()
            ? new Judgement.StandsAlready()
            : judged(row, seen, new Step.BoardClosed(decision));
  }

  private static Judgement judged(List<Step> row, Optional<Integer> seen, Step.Fact fact) {
    int revision = row.isEmpty() ? 0 : row.getLast().number();
    if (seen.isEmpty() && revision > 0) {
      return new Judgement.Refused(new Outcome.NotSeen(revision));
    }
    if (seen.filter(named -> named != revision).isPresent()) {
      return new Judgement.Refused(new Outcome.Changed(revision));
    }
    boolean stands = revision > 0 && row.getLast().fact().equals(fact);
    return stands ? new Judgement.StandsAlready() : new Judgement.Done(fact);
  }
}
