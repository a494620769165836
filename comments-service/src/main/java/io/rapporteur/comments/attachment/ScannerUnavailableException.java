package io.rapporteur.comments.attachment;

import org.jspecify.annotations.Nullable;

/** The scanner did not look into a file; it is asked again later, and the file waits. */
public final class ScannerUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what it did instead. */
  public ScannerUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
