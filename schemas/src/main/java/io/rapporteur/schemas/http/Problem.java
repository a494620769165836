package io.rapporteur.schemas.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;

/**
 * A problem as it is answered (RFC 9457, {@code application/problem+json}).
 *
 * @param type stable name of the kind of problem
 * @param title what the kind means
 * @param status HTTP status
 * @param detail what happened here and what to do
 * @param errors all faults of the request at once; left out if there are none
 */
public record Problem(
    URI type,
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors) {

  /** A problem without faults of fields. */
  public static Problem of(ProblemType type, String detail) {
    return new Problem(type.uri(), type.title(), type.status(), detail, List.of());
  }

  /**
   * The problem of a request with faults. If all are of one kind the problem is of that kind too.
   *
   * @param faults at least one
   */
  public static Problem of(List<Fault> faults) {
    ProblemType type = ProblemType.INVALID_REQUEST;
    for (ProblemType candidate : ProblemType.values()) {
      if (faults.stream().allMatch(fault -> fault.type().equals(candidate.slug()))) {
        type = candidate;
      }
    }
    String detail =
        faults.size() == 1
            ? faults.getFirst().message()
            : faults.size() + " faults, see errors; nothing was changed";
    return new Problem(type.uri(), type.title(), type.status(), detail, List.copyOf(faults));
  }
}
