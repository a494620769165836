package io.rapporteur.comments.submission.http;

import io.rapporteur.comments.submission.SubmissionOutcome;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.util.List;

/** What an act that does not count is answered with, by whichever door it was asked for. */
public final class SubmissionRefusals {

  private SubmissionRefusals() {}

  /**
   * The refusal of an outcome.
   *
   * @param tooLarge what to say of an act that does not fit into one
   * @throws IllegalStateException if the outcome counts
   */
  public static RefusedException of(SubmissionOutcome outcome, String tooLarge) {
    return switch (outcome) {
      case SubmissionOutcome.Counted counted -> throw new IllegalStateException("not a refusal");
      case SubmissionOutcome.KeyReused reused -> keyReused();
      case SubmissionOutcome.TooLarge large ->
          new RefusedException(ProblemType.TOO_LARGE, tooLarge);
      case SubmissionOutcome.DraftsHeld(List<String> held) ->
          new RefusedException(
              held.stream()
                  .map(
                      id ->
                          Fault.of(
                              "drafts[" + id + "]",
                              "being handed in by another request",
                              "a draft that is not"))
                  .toList());
      case SubmissionOutcome.PlannedOtherwise planned ->
          new RefusedException(
              ProblemType.NOT_READY, "Another try with this key is under way; ask again.");
      case SubmissionOutcome.ViewBehind behind -> viewBehind();
    };
  }

  static RefusedException keyReused() {
    return new RefusedException(
        ProblemType.IDEMPOTENCY_KEY_REUSED,
        "Idempotency-Key: used before for another request (expected: a new key for a new request)");
  }

  static RefusedException viewBehind() {
    return new RefusedException(
        ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
  }
}
