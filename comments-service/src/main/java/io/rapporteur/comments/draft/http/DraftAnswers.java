package io.rapporteur.comments.draft.http;

import io.rapporteur.comments.comment.Attachments;
import io.rapporteur.comments.comment.BesideResolution;
import io.rapporteur.comments.comment.BesideResolution.Files;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.draft.Draft;
import io.rapporteur.comments.draft.DraftOutcome;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;

/** What each outcome of drafting is answered with. */
final class DraftAnswers {

  private static final int CREATED = 201;

  private final Consultations consultations;
  private final Attachments attachments;
  private final Clock clock;

  DraftAnswers(Consultations consultations, Attachments attachments, Clock clock) {
    this.consultations = consultations;
    this.attachments = attachments;
    this.clock = clock;
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
    return views(List.of(draft)).getFirst();
  }

  List<DraftView> views(List<Draft> drafts) {
    BesideResolution besides = besides();
    return drafts.stream()
        .map(
            draft ->
                DraftView.of(
                    draft,
                    consultations
                        .consultation(draft.said().consultation())
                        .map(c -> Completeness.of(draft, c, besides).faults())
                        .orElse(List.of())))
        .toList();
  }

  /** What may stand beside a comment now. */
  BesideResolution besides() {
    return new BesideResolution(consultations, attachments, clock.instant(), Files.STANDING);
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
