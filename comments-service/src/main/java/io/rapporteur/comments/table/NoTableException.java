package io.rapporteur.comments.table;

/** A file is not a table that can be read; nothing of it was taken. */
public final class NoTableException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Says what it is and what was expected. */
  public NoTableException(String message) {
    super(message);
  }

  /** The same, with what told so. */
  public NoTableException(String message, Throwable cause) {
    super(message, cause);
  }
}
