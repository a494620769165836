package io.rapporteur.comments.comment;

import java.time.Instant;
import java.util.Optional;

/**
 * One counted revision of a comment: what its author, a co-sponsor or the secretariat did to it.
 *
 * @param comment id
 * @param number 1 for the submission
 * @param requestId of the request that made it
 * @param requestDigest of that request
 * @param by client id that asked
 * @param round the round in which it was received
 * @param late it makes a text, received after the deadline of its author
 * @param submittedAt when the first revision was received
 * @param author of the comment, whoever made this revision
 * @param submission the submission that it belongs to
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
    Optional<String> submission,
    Fact fact,
    Receipt receipt) {

  /** Whether it takes the comment back. */
  public boolean withdraws() {
    return fact instanceof Fact.Withdrawn;
  }

  /** The text that it makes; empty if it makes none. */
  public Optional<Content> content() {
    return fact instanceof Fact.Said said ? Optional.of(said.content()) : Optional.empty();
  }

  /** Code of the participant that made it; empty for the secretariat. */
  public Optional<String> actor() {
    return switch (fact) {
      case Fact.Joined joined -> Optional.of(joined.coSponsor().participant());
      case Fact.Left left when !left.letGo() -> Optional.of(left.coSponsor());
      case Fact.LateDecided decided -> Optional.empty();
      default -> Optional.of(author.participant());
    };
  }

  /** Whether it was made by this very request. */
  public boolean madeBy(Act act) {
    return requestId.equals(act.requestId().value()) && requestDigest.equals(act.requestDigest());
  }
}
