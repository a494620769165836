package io.rapporteur.schemas.log;

/**
 * The broker did not acknowledge in time: the event may or may not be in the log. Asking again with
 * the same key is safe and tells.
 */
public final class OutcomeUnknownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names what was waited for, and how long. */
  public OutcomeUnknownException(String message) {
    super(message);
  }

  /** Names the topic and how long was waited. */
  public OutcomeUnknownException(String message, Throwable cause) {
    super(message, cause);
  }
}
