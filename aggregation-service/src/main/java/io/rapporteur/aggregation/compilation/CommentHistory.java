package io.rapporteur.aggregation.compilation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stands of a comment, out of its counted revisions: the last one in time, unless the comment
 * was withdrawn; and beside it a later one that came late, until the secretariat decides on it.
 *
 * @param standing what the compilation shows
 * @param late what waits for a decision
 */
public record CommentHistory(Optional<Comment> standing, Optional<Comment> late) {

  /**
   * Folds the revisions of one comment.
   *
   * @param revisions in their order
   */
  public static CommentHistory of(List<Comment> revisions) {
    Optional<Comment> standing = Optional.empty();
    Optional<Comment> late = Optional.empty();
    for (Comment revision : revisions) {
      if (revision.withdrawn()) {
        standing = Optional.empty();
        late = Optional.empty();
      } else if (revision.late()) {
        late = Optional.of(revision);
      } else {
        standing = Optional.of(revision);
        late = Optional.empty();
      }
    }
    return new CommentHistory(standing, late);
  }

  /** Folds what had been received at an instant. */
  public static CommentHistory asOf(Instant cut, List<Comment> revisions) {
    return of(revisions.stream().filter(r -> !r.receivedAt().isAfter(cut)).toList());
  }
}
