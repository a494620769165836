package io.rapporteur.comments.comment;

import java.time.Instant;
import java.util.Optional;

/**
 * One counted revision of a comment.
 *
 * @param comment id
 * @param number 1 for the submission
 * @param requestId of the request that made it
 * @param requestDigest of that request
 * @param by client id that asked
 * @param round the round in which it was received
 * @param late received after the deadline of its participant
 * @param submittedAt when the first revision was received
 * @param content empty if this revision withdraws the comment
 */
public record Revision(
    String comment,
    int number,
    String requestId,
    String requestDigest,
    String by,
    String consultation,
    int round,
    boolean late,
    Instant submittedAt,
    Instant receivedAt,
    Author author,
    Target target,
    Optional<Content> content,
    Receipt receipt) {

  /** Whether it takes the comment back. */
  public boolean withdraws() {
    return content.isEmpty();
  }

  /** Whether it was made by this very request. */
  public boolean madeBy(Act act) {
    return requestId.equals(act.requestId().value()) && requestDigest.equals(act.requestDigest());
  }
}
