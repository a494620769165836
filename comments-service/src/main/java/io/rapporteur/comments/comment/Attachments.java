package io.rapporteur.comments.comment;

import java.util.Optional;

/** The files that a delegation can name in its comments. Implementations are thread-safe. */
public interface Attachments {

  /**
   * The file of an id.
   *
   * @param participant whose it must be
   * @return empty if it is another's or unknown; also if it is refused or taken back, unless a
   *     comment has named it before
   */
  Optional<Attachment> attachment(String id, String participant);

  /**
   * The file of an id, whatever has become of it; empty if it is another's or unknown.
   *
   * @param participant whose it must be
   */
  Optional<Attachment> uploaded(String id, String participant);

  /** Whether it has no verdict yet. */
  boolean waiting(String id);

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();
}
