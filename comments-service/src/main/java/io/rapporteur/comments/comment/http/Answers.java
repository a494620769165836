package io.rapporteur.comments.comment.http;

import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.comment.Outcome;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.net.URI;
import org.springframework.http.ResponseEntity;

/** What each outcome is answered with. */
final class Answers {

  private static final int CREATED = 201;

  private final Consultations consultations;

  Answers(Consultations consultations) {
    this.consultations = consultations;
  }

  ResponseEntity<CommentView> of(Outcome outcome, int status) {
    if (!(outcome instanceof Outcome.Counted(Revision revision))) {
      throw refusal(outcome);
    }
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status).eTag("\"" + revision.number() + "\"");
    if (status == CREATED) {
      answer.location(URI.create("/api/v1/comments/" + revision.comment()));
    }
    return answer.body(view(revision));
  }

  CommentView view(Revision revision) {
    return CommentView.of(revision, consultations.difference(revision));
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
      case Outcome.Withdrawn withdrawn ->
          new RefusedException(
              ProblemType.COMMENT_WITHDRAWN,
              "The comment has been withdrawn; hand in a new one instead.");
      case Outcome.NoSuchComment none ->
          new RefusedException(
              ProblemType.NOT_FOUND, "There is no comment of this id that this caller may see.");
      case Outcome.ViewBehind behind ->
          new RefusedException(
              ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
    };
  }
}
