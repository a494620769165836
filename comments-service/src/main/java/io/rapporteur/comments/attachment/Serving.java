package io.rapporteur.comments.attachment;

import java.io.InputStream;
import java.util.Optional;

/**
 * Giving out files: not before a verdict, and by it. What the operator chose not to have scanned is
 * given to its own delegation alone. Thread-safe.
 */
public final class Serving {

  private final AttachmentStore store;

  /** Puts the use case together. */
  public Serving(AttachmentStore store) {
    this.store = store;
  }

  /** Whether a caller who may know of a file gets it. */
  public enum Answer {
    /** Its bytes are given out. */
    GIVEN,
    /** There is no verdict yet. */
    WAITING,
    /** Nothing is searched for in files here, and the file is another's. */
    NOT_SCANNED,
    /** Something was found. */
    REFUSED
  }

  /**
   * Whether the file is given out.
   *
   * @param own the caller belongs to its delegation
   */
  public Answer answer(Upload upload, boolean own) {
    if (upload.verdict().isEmpty()) {
      return Answer.WAITING;
    }
    return switch (upload.verdict().get().kind()) {
      case REFUSED -> Answer.REFUSED;
      case NOT_SCANNED -> own ? Answer.GIVEN : Answer.NOT_SCANNED;
      case CLEAN -> Answer.GIVEN;
    };
  }

  /**
   * Its bytes; the caller closes them.
   *
   * @return empty if the store has lost what the log knows
   * @throws StoreUnavailableException if the store does not answer
   */
  public Optional<InputStream> open(Upload upload) {
    return store.get(upload.sha256());
  }
}
