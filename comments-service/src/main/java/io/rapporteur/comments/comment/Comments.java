package io.rapporteur.comments.comment;

import java.util.List;
import java.util.Optional;

/** The comments of all, as the log tells them. Implementations are thread-safe. */
public interface Comments {

  /** The comment of an id, whole. */
  Optional<JointComment> comment(String id);

  /**
   * One page of the comments of a participant, in the order of their submission.
   *
   * @param after place after which the page begins; empty for the first
   * @param limit largest size of the page
   */
  Page of(String participant, String after, int limit);

  /**
   * One page of the comments that a participant is asked to join or has joined.
   *
   * @param after place after which the page begins; empty for the first
   * @param limit largest size of the page
   */
  Page askedOf(String participant, String after, int limit);

  /**
   * Hands a revision to the log and waits until the fold holds its place.
   *
   * @throws io.rapporteur.schemas.log.OutcomeUnknownException if the log does not acknowledge in
   *     time, or the fold does not get there
   */
  void append(Revision made);

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();

  /**
   * A page of comments.
   *
   * @param next place after which the next page begins; empty if this is the last
   */
  record Page(List<JointComment> comments, Optional<String> next) {

    /** Copies the list. */
    public Page {
      comments = List.copyOf(comments);
    }
  }
}
