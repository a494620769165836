package io.rapporteur.schemas.http;

import io.rapporteur.schemas.limits.RequestTooSlowException;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** From what went wrong to the answer; never a stack trace. A failure is logged once, here. */
@RestControllerAdvice
final class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<Problem> refused(RefusedException e) {
    return answer(e.problem());
  }

  @ExceptionHandler
  ResponseEntity<Problem> outcomeUnknown(OutcomeUnknownException e) {
    LOG.warn("outcome unknown", e);
    return answer(
        Problem.of(
            ProblemType.OUTCOME_UNKNOWN,
            "The log did not acknowledge in time. Send the same request with the same Idempotency-Key again: the answer will tell."));
  }

  @ExceptionHandler
  ResponseEntity<Problem> failed(Exception e) throws Exception {
    if (e instanceof AccessDeniedException || e instanceof AuthenticationException) {
      // Answered by the filter chain.
      throw e;
    }
    if (RequestTooSlowException.isCauseOf(e)) {
      return answer(
          Problem.of(
              ProblemType.REQUEST_TIMEOUT,
              "The request did not arrive whole in its time; nothing was done."));
    }
    if (e instanceof ErrorResponse response) {
      return answer(ofStatus(response));
    }
    LOG.error("request failed", e);
    return answer(
        Problem.of(
            ProblemType.INTERNAL_ERROR,
            "The service failed; the operator finds the cause in its log."));
  }

  private static Problem ofStatus(ErrorResponse response) {
    HttpStatusCode status = response.getStatusCode();
    String detail = response.getBody().getDetail();
    return Problem.of(
        switch (status.value()) {
          case 404 -> ProblemType.NOT_FOUND;
          case 405 -> ProblemType.METHOD_NOT_ALLOWED;
          case 406 -> ProblemType.NOT_ACCEPTABLE;
          case 413 -> ProblemType.TOO_LARGE;
          case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
          default ->
              status.is4xxClientError()
                  ? ProblemType.MALFORMED_REQUEST
                  : ProblemType.INTERNAL_ERROR;
        },
        detail == null ? "" : detail);
  }

  static ResponseEntity<Problem> answer(Problem problem) {
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
