package io.rapporteur.aggregation.meeting;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.CommentHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is held back while an entry is under decision: texts that were received after the chair
 * opened it. They are kept apart from the others, and stand among them as soon as the entry is
 * decided, deferred or reopened. Nothing is lost: of a comment that was revised meanwhile, the text
 * that the chair opened the entry with stays in its place, for those who see all. Pure.
 */
public final class UnderDecision {

  private UnderDecision() {}

  /**
   * Comments on an entry and its items.
   *
   * @param shown those that are before the room
   * @param heldBack those that came after it was opened
   */
  public record Parted(List<Comment> shown, List<Held> heldBack) {

    /** Copies the lists. */
    public Parted {
      shown = List.copyOf(shown);
      heldBack = List.copyOf(heldBack);
    }
  }

  /**
   * A comment that is held back.
   *
   * @param receivedAt of its text, by the clock of the desk
   */
  public record Held(Comment comment, Instant receivedAt) {}

  /**
   * Since when an entry is under decision; empty if it is not.
   *
   * @param decisions those that stand, as far as whoever looks sees them
   */
  public static Optional<Instant> since(List<Decided> decisions) {
    return decisions.isEmpty() || decisions.getLast().decision().kind() != Kind.OPENED
        ? Optional.empty()
        : Optional.of(decisions.getLast().decidedAt());
  }

  /**
   * Parts what somebody sees.
   *
   * @param comments as that one sees them; of an edition they bear its time
   * @param histories the counted revisions of these comments, by their ids
   * @param seesAll whether earlier texts are for that one, too
   */
  public static Parted part(
      Instant since,
      List<Comment> comments,
      Map<String, List<Comment>> histories,
      boolean seesAll) {
    List<Comment> shown = new ArrayList<>();
    List<Held> heldBack = new ArrayList<>();
    for (Comment comment : comments) {
      List<Comment> history = histories.getOrDefault(comment.id(), List.of());
      Instant receivedAt =
          history.stream()
              .filter(revision -> revision.revision() == comment.revision())
              .map(Comment::receivedAt)
              .findFirst()
              .orElse(comment.receivedAt());
      if (!receivedAt.isAfter(since)) {
        shown.add(comment);
        continue;
      }
      heldBack.add(new Held(comment, receivedAt));
      if (seesAll) {
        CommentHistory.of(history.stream().takeWhile(r -> !r.receivedAt().isAfter(since)).toList())
            .standing()
            .ifPresent(shown::add);
      }
    }
    return new Parted(shown, heldBack);
  }
}
