package io.rapporteur.comments.comment;

import java.util.Optional;

/**
 * Handing in, revising and withdrawing a comment. The log decides: each request is appended as the
 * revision it wants to make, and the answer is read from the fold, so that a retry, a second
 * instance and a race all get the one true answer.
 */
public final class HandingIn {

  private static final int FIRST = 1;

  private final Comments comments;
  private final Receipts receipts;
  private final Appending appending;

  /** Puts the use case together. */
  public HandingIn(Comments comments, Consultations consultations, Receipts receipts) {
    this.comments = comments;
    this.receipts = receipts;
    this.appending = new Appending(comments, consultations, receipts);
  }

  /**
   * Hands in a new comment.
   *
   * @param consultation open, or closed, in which case the comment is kept as late
   * @param said its text, and who is asked to join
   * @return {@link Outcome.Counted} or {@link Outcome.KeyReused}
   */
  public Outcome submit(
      Act act, Consultation consultation, Author author, Target target, Fact.Said said) {
    String comment = act.requestId().created().toString();
    Optional<Outcome> earlier =
        comments.comment(comment).map(known -> appending.answer(act, known, FIRST));
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Consultation standing =
        appending
            .standing(consultation.id(), target, author.participant(), act)
            .orElse(consultation);
    return appending.append(
        act,
        new Revision(
            comment,
            FIRST,
            act.requestId().value(),
            act.requestDigest(),
            act.client(),
            standing.id(),
            standing.round(),
            standing.late(target, author.participant(), act.receivedAt()),
            act.receivedAt(),
            act.receivedAt(),
            author,
            target,
            Optional.empty(),
            said,
            receipts.receipt(act, comment, FIRST)));
  }

  /**
   * Replaces what a comment says.
   *
   * @param expected the revision that the delegation has seen
   */
  public Outcome revise(Act act, String comment, int expected, Fact.Said said) {
    return change(act, comment, expected, said);
  }

  /**
   * Takes a comment back. This is possible after the deadline too: nobody is published against
   * their will.
   *
   * @param expected the revision that the delegation has seen
   */
  public Outcome withdraw(Act act, String comment, int expected) {
    return change(act, comment, expected, new Fact.Withdrawn());
  }

  /**
   * The comment of an id, for those who may see it: its author, and who is asked to join or has.
   *
   * @param participant empty for the secretariat
   * @return {@link Outcome.Counted} with the whole comment, {@link Outcome.NoSuchComment} for
   *     another's and for none, or {@link Outcome.ViewBehind}
   */
  public Outcome find(String comment, Optional<String> participant) {
    Outcome found = whole(comment);
    if (!(found instanceof Outcome.Counted(JointComment whole)) || participant.isEmpty()) {
      return found;
    }
    return isAuthor(whole, participant.get()) || whole.isCoSponsor(participant.get())
        ? found
        : new Outcome.NoSuchComment();
  }

  private Outcome whole(String comment) {
    return appending
        .missing(comment)
        .or(() -> comments.comment(comment).map(Outcome.Counted::new))
        .orElseGet(Outcome.NoSuchComment::new);
  }

  private Outcome change(Act act, String comment, int expected, Fact fact) {
    Outcome found = whole(comment);
    if (!(found instanceof Outcome.Counted(JointComment current))) {
      return found;
    }
    if (!isAuthor(current, act.participant())) {
      return new Outcome.NoSuchComment();
    }
    if (current.madeBy(act).isEmpty() && (current.number() != expected || current.withdrawn())) {
      // Before a refusal is believed; what is read now may be the first try of this request.
      if (!comments.catchUp()) {
        return new Outcome.ViewBehind();
      }
      current = comments.comment(comment).orElseThrow();
    }
    Optional<Revision> sameKey = current.madeBy(act);
    if (sameKey.isPresent()) {
      return sameKey.get().number() == expected + 1
          ? appending.answer(act, current, expected + 1)
          : new Outcome.KeyReused();
    }
    if (current.withdrawn()) {
      return new Outcome.Withdrawn();
    }
    if (current.number() != expected) {
      return new Outcome.Overtaken(current.number());
    }
    Target target = current.first().target();
    Optional<Consultation> consultation =
        appending.standing(current.first().consultation(), target, act.participant(), act);
    if (consultation.isEmpty()) {
      return new Outcome.ViewBehind();
    }
    boolean late =
        fact instanceof Fact.Said
            && consultation.get().late(target, act.participant(), act.receivedAt());
    return appending.next(act, current, fact, late);
  }

  private static boolean isAuthor(JointComment comment, String participant) {
    return comment.first().author().participant().equals(participant);
  }
}
