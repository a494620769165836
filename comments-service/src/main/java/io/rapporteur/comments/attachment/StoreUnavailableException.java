package io.rapporteur.comments.attachment;

/** The store of files does not answer, or cannot keep a file; asking again later is safe. */
public final class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names what was asked of the store. */
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
