package io.rapporteur.comments.table;

import io.rapporteur.schemas.http.ProblemType;

/** A file is not a table that can be read; nothing of it was taken. */
public final class NoTableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final String message;

  /** Says what it is and what was expected. */
  public NoTableException(String message) {
    this(ProblemType.NOT_A_TABLE, message);
  }

  /** The same, of a kind of its own. */
  public NoTableException(ProblemType type, String message) {
    super(message);
    this.type = type;
    this.message = message;
  }

  /** The same, with what told so. */
  public NoTableException(String message, Throwable cause) {
    super(message, cause);
    this.type = ProblemType.NOT_A_TABLE;
    this.message = message;
  }

  /** What it is and what was expected. */
  @Override
  public String getMessage() {
    return message;
  }

  /** What kind of problem it is. */
  public ProblemType type() {
    return type;
  }
}
