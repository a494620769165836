package io.rapporteur.comments.comment;

import java.util.Optional;

/**
 * Asking others to join a comment, joining, leaving and letting go. Where another revision comes
 * first, the act is tried again on what stands then; but nobody joins a text that they have not
 * seen.
 */
public final class Joining {

  private final Appending appending;

  /** Puts the use case together. */
  public Joining(Comments comments, Consultations consultations, Receipts receipts) {
    this.appending = new Appending(comments, consultations, receipts);
  }

  /** The author asks one more participant; asking again changes nothing. */
  public Outcome invite(Act act, String comment, Author coSponsor) {
    return appending.untilSettled(
        act,
        comment,
        current -> {
          if (!isAuthor(act, current)) {
            return new Outcome.NoSuchComment();
          }
          if (current.withdrawn()) {
            return new Outcome.Withdrawn();
          }
          if (current.isCoSponsor(coSponsor.participant())) {
            return new Outcome.Counted(current);
          }
          return inTime(act, current, new Fact.Invited(coSponsor));
        });
  }

  /**
   * A participant that was asked joins a text.
   *
   * @param text the revision whose text it has seen
   */
  public Outcome join(Act act, String comment, Author coSponsor, int text) {
    return appending.untilSettled(
        act,
        comment,
        current -> {
          if (!current.isCoSponsor(coSponsor.participant())) {
            return new Outcome.NoSuchComment();
          }
          if (current.state().last() != text) {
            return new Outcome.TextChanged(current.state().last());
          }
          if (current.state().joined(text).contains(coSponsor.participant())) {
            return new Outcome.Counted(current);
          }
          return inTime(act, current, new Fact.Joined(coSponsor, text));
        });
  }

  /**
   * A participant leaves or declines; this is possible after the deadline too, as taking a comment
   * back is.
   */
  public Outcome leave(Act act, String comment) {
    return appending.untilSettled(
        act,
        comment,
        current ->
            current.isCoSponsor(act.participant())
                ? appending.next(act, current, new Fact.Left(act.participant(), false), false)
                : new Outcome.NoSuchComment());
  }

  /** The author goes on without a participant. */
  public Outcome letGo(Act act, String comment, String coSponsor) {
    return appending.untilSettled(
        act,
        comment,
        current ->
            isAuthor(act, current) && current.isCoSponsor(coSponsor)
                ? appending.next(act, current, new Fact.Left(coSponsor, true), false)
                : new Outcome.NoSuchComment());
  }

  /** Asking and joining end with the round of the one who acts, on an entry with its comments. */
  private Outcome inTime(Act act, JointComment current, Fact fact) {
    Target target = current.first().target();
    Optional<Consultation> consultation =
        appending.standing(current.first().consultation(), target, act.participant(), act);
    if (consultation.isEmpty()) {
      return new Outcome.ViewBehind();
    }
    return consultation.get().late(target, act.participant(), act.receivedAt())
        ? new Outcome.RoundClosed()
        : appending.next(act, current, fact, false);
  }

  private static boolean isAuthor(Act act, JointComment comment) {
    return comment.first().author().participant().equals(act.participant());
  }
}
