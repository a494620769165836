package io.rapporteur.comments.attachment.http;

import io.rapporteur.comments.attachment.Checked.Unfit;
import io.rapporteur.comments.attachment.Uploading.Outcome;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.util.List;

/** What each refusal is answered with. */
final class Refusals {

  private Refusals() {}

  static RefusedException of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Kept kept -> throw new IllegalStateException("not a refusal");
      case Outcome.Deleted deleted -> throw new IllegalStateException("not a refusal");
      case Outcome.Refused(Unfit unfit) -> of(unfit);
      case Outcome.KeyReused reused ->
          new RefusedException(
              ProblemType.IDEMPOTENCY_KEY_REUSED,
              "Idempotency-Key: used before for another request (expected: a new key for a new request)");
      case Outcome.NoSuchAttachment none ->
          new RefusedException(
              ProblemType.NOT_FOUND, "There is no attachment of this id that this caller may see.");
      case Outcome.InUse inUse ->
          new RefusedException(
              ProblemType.ATTACHMENT_IN_USE,
              "A comment names it, or once named it; what was handed in stays.");
      case Outcome.ViewBehind behind ->
          new RefusedException(
              ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
    };
  }

  private static RefusedException of(Unfit unfit) {
    ProblemType type =
        switch (unfit.reason()) {
          case EMPTY -> ProblemType.INVALID_REQUEST;
          case UNKNOWN_TYPE -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
          case TYPE_MISMATCH -> ProblemType.FILE_TYPE_MISMATCH;
          case ENCRYPTED -> ProblemType.FILE_ENCRYPTED;
          case DAMAGED -> ProblemType.FILE_DAMAGED;
          case UNSAFE -> ProblemType.FILE_UNSAFE;
        };
    return new RefusedException(
        List.of(Fault.of(type, "body", unfit.found(), unfit.expected(), List.of())));
  }
}
