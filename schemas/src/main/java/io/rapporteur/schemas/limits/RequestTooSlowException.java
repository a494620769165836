package io.rapporteur.schemas.limits;

import java.io.IOException;

/** A request has not arrived whole in its time. */
public final class RequestTooSlowException extends IOException {

  private static final long serialVersionUID = 1L;

  RequestTooSlowException() {
    super("request: not whole in its time");
  }

  /** Whether a failure comes of one. */
  public static boolean isCauseOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RequestTooSlowException) {
        return true;
      }
    }
    return false;
  }
}
