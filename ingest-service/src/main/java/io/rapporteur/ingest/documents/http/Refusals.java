package io.rapporteur.ingest.documents.http;

import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.source.Refusal;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.util.List;

/** What a refusal of the rules is answered with, where several doors have it. */
final class Refusals {

  private Refusals() {}

  static RefusedException of(Decided decided) {
    return switch (decided) {
      case COUNTED -> throw new IllegalStateException("not a refusal");
      case KEY_REUSED ->
          new RefusedException(
              ProblemType.IDEMPOTENCY_KEY_REUSED,
              "Idempotency-Key: used before for another request (expected: a new key for a new request)");
      case OVERTAKEN ->
          new RefusedException(
              ProblemType.REVISION_CONFLICT,
              "If-Match: not the current revision (expected: the ETag of the document as it stands)");
    };
  }

  static RefusedException viewBehind() {
    return new RefusedException(
        ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
  }

  static RefusedException of(Refusal refusal) {
    ProblemType type = type(refusal.reason());
    return new RefusedException(
        refusal.faults().stream()
            .map(f -> Fault.of(type, f.name(), f.value(), f.expected(), List.of()))
            .toList());
  }

  private static ProblemType type(Refusal.Reason reason) {
    return switch (reason) {
      case NOT_A_REPORT -> ProblemType.NOT_A_REPORT;
      case ENCRYPTED -> ProblemType.FILE_ENCRYPTED;
      case WITHOUT_TEXT -> ProblemType.FILE_WITHOUT_TEXT;
      case TYPE_MISMATCH -> ProblemType.FILE_TYPE_MISMATCH;
      case TOO_LARGE -> ProblemType.TOO_LARGE;
      case UNSAFE -> ProblemType.FILE_UNSAFE;
    };
  }
}
