package io.rapporteur.comments.comment.http;

import io.rapporteur.comments.comment.Fact;
import io.rapporteur.comments.comment.JointComment;
import io.rapporteur.comments.comment.Revision;
import java.time.Instant;
import java.util.Optional;

/** What the secretariat decided on a text that came late. */
public record LateDecisionView(boolean accepted, String reason, Instant decidedAt) {

  /** The last decision on the last text of a comment; empty if it was in time or waits. */
  public static Optional<LateDecisionView> of(JointComment comment) {
    return comment.lateDecision().flatMap(LateDecisionView::of);
  }

  private static Optional<LateDecisionView> of(Revision revision) {
    return revision.fact() instanceof Fact.LateDecided(int text, boolean accepted, String reason)
        ? Optional.of(new LateDecisionView(accepted, reason, revision.receivedAt()))
        : Optional.empty();
  }
}
