package io.rapporteur.comments.draft.http;

import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.draft.Draft;
import io.rapporteur.comments.draft.DraftOutcome;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;

/** What each outcome of drafting is answered with. */
final class DraftAnswers {

  private static final int CREATED = 201;

  private final Consultations consultations;

  DraftAnswers(Consultations consultations) {
    this.consultations = consultations;
  }

  ResponseEntity<DraftView> of(DraftOutcome outcome, int status) {
    if (!(outcome instanceof DraftOutcome.Counted(Draft draft))) {
      throw refusal(outcome);
    }
    return head(draft, status).body(view(draft));
  }

  static ResponseEntity.BodyBuilder head(Draft draft, int status) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status).eTag("\"" + draft.version() + "\"");
    if (status == CREATED) {
      answer.location(URI.create("/api/v1/drafts/" + draft.id()));
    }
    return answer;
  }

  DraftView view(Draft draft) {
    Optional<Consultation> consultation = consultations.consultation(draft.said().consultation());
    return DraftView.of(
        draft, consultation.map(c -> Completeness.of(draft, c).faults()).orElse(List.of()));
  }

  static RefusedException refusal(DraftOutcome outcome) {
    return switch (outcome) {
      case DraftOutcome.Counted counted -> throw new IllegalStateException("not a refusal");
      case DraftOutcome.Merged merged -> throw new IllegalStateException("not a refusal");
      case DraftOutcome.KeyReused reused ->
          new RefusedException(
              ProblemType.IDEMPOTENCY_KEY_REUSED,
              "Idempotency-Key: used before for another request (expected: a new key for a new request)");
      case DraftOutcome.Overtaken(int current) ->
          new RefusedException(
              ProblemType.REVISION_CONFLICT,
              "If-Match: not the current version (expected: \"" + current + "\")");
      case DraftOutcome.NoSuchDraft none -> noSuchDraft();
      case DraftOutcome.NotYours notYours -> forbidden();
      case DraftOutcome.NotAtThisStage(var stage) ->
          new RefusedException(
              ProblemType.WRONG_STAGE,
              "stage: " + stage.word() + " (expected: one from which this can be done)");
      case DraftOutcome.ViewBehind behind ->
          new RefusedException(
              ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
    };
  }

  static RefusedException noSuchDraft() {
    return new RefusedException(
        ProblemType.NOT_FOUND, "There is no draft of this id that this caller may see.");
  }

  static RefusedException forbidden() {
    return new RefusedException(
        ProblemType.FORBIDDEN, "The duties of this token do not let it do this.");
  }
}
