package io.rapporteur.standalone.data;

/** Why the product cannot start, in one sentence for the operator. */
public final class CannotStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says why, and what to do. */
  public CannotStartException(String sentence) {
    super(sentence);
  }

  /** Says why, and what to do. */
  public CannotStartException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
