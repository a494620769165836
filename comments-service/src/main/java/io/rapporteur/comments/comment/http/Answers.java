package io.rapporteur.comments.comment.http;

import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.comment.JointComment;
import io.rapporteur.comments.comment.Outcome;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.ResponseEntity;

/** What each outcome is answered with. */
final class Answers {

  private static final int CREATED = 201;

  private final Consultations consultations;

  Answers(Consultations consultations) {
    this.consultations = consultations;
  }

  /**
   * Answers an outcome.
   *
   * @param viewer code of the delegation that asks; empty for the secretariat
   */
  ResponseEntity<CommentView> of(Outcome outcome, int status, Optional<String> viewer) {
    if (!(outcome instanceof Outcome.Counted(JointComment comment))) {
      throw refusal(outcome);
    }
    CommentView view = view(comment, viewer);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status).eTag("\"" + view.revision() + "\"");
    if (status == CREATED) {
      answer.location(URI.create("/api/v1/comments/" + view.id()));
    }
    return answer.body(view);
  }

  CommentView view(JointComment comment, Optional<String> viewer) {
    var showing = new Showing(comment, viewer);
    return showing.view(comment.text().flatMap(consultations::difference));
  }

  static RefusedException refusal(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Counted counted -> throw new IllegalStateException("not a refusal");
      case Outcome.KeyReused reused ->
          new RefusedException(
              ProblemType.IDEMPOTENCY_KEY_REUSED,
              "Idempotency-Key: used before for another request (expected: a new key for a new request)");
      case Outcome.Overtaken(int current) ->
          new RefusedException(
              ProblemType.REVISION_CONFLICT,
              "If-Match: not the current revision (expected: \"" + current + "\")");
      case Outcome.TextChanged(int current) ->
          new RefusedException(
              ProblemType.REVISION_CONFLICT,
              "If-Match: not the text that stands (expected: \""
                  + current
                  + "\", once you have read it)");
      case Outcome.Withdrawn withdrawn ->
          new RefusedException(
              ProblemType.COMMENT_WITHDRAWN,
              "The comment has been withdrawn; hand in a new one instead.");
      case Outcome.NoSuchComment none ->
          new RefusedException(
              ProblemType.NOT_FOUND, "There is no comment of this id that this caller may see.");
      case Outcome.RoundClosed closed ->
          new RefusedException(
              ProblemType.ROUND_CLOSED, "The deadline has passed: nobody is asked or joins now.");
      case Outcome.NothingToDecide nothing ->
          new RefusedException(
              ProblemType.NOTHING_TO_DECIDE,
              "text: not the last one, in time, or accepted already (expected: the last text, where it came late)");
      case Outcome.ViewBehind behind ->
          new RefusedException(
              ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
    };
  }
}
