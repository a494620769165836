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
  private final Consultations consultations;
  private final Receipts receipts;

  /** Puts the use case together. */
  public HandingIn(Comments comments, Consultations consultations, Receipts receipts) {
    this.comments = comments;
    this.consultations = consultations;
    this.receipts = receipts;
  }

  /**
   * Hands in a new comment.
   *
   * @param consultation open, or closed, in which case the comment is kept as late
   * @return {@link Outcome.Counted} or {@link Outcome.KeyReused}
   */
  public Outcome submit(
      Act act, Consultation consultation, Author author, Target target, Content content) {
    String comment = act.requestId().created().toString();
    Optional<Outcome> earlier = comments.revision(comment, FIRST).map(r -> answer(act, r));
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Consultation standing = standingFor(consultation, author.participant(), act);
    return append(
        act,
        new Draft(
            comment,
            FIRST,
            standing,
            standing.late(author.participant(), act.receivedAt()),
            act.receivedAt(),
            author,
            target,
            Optional.of(content)));
  }

  /**
   * Replaces what a comment says.
   *
   * @param expected the revision that the delegation has seen
   */
  public Outcome revise(Act act, String comment, int expected, Content content) {
    return change(act, comment, expected, Optional.of(content));
  }

  /**
   * Takes a comment back. This is possible after the deadline too: nobody is published against
   * their will.
   *
   * @param expected the revision that the delegation has seen
   */
  public Outcome withdraw(Act act, String comment, int expected) {
    return change(act, comment, expected, Optional.empty());
  }

  /**
   * The comment of an id, if it belongs to the participant.
   *
   * @return {@link Outcome.Counted} with the current revision, {@link Outcome.NoSuchComment} for
   *     another's and for none, or {@link Outcome.ViewBehind}
   */
  public Outcome find(String comment, Optional<String> participant) {
    Optional<Revision> current = comments.current(comment);
    if (current.isEmpty()) {
      if (!comments.catchUp()) {
        return new Outcome.ViewBehind();
      }
      current = comments.current(comment);
    }
    return current
        .filter(r -> participant.isEmpty() || r.author().participant().equals(participant.get()))
        .<Outcome>map(Outcome.Counted::new)
        .orElseGet(Outcome.NoSuchComment::new);
  }

  private Outcome change(Act act, String comment, int expected, Optional<Content> content) {
    if (!(find(comment, Optional.of(act.participant())) instanceof Outcome.Counted(var found))) {
      return find(comment, Optional.of(act.participant()));
    }
    Optional<Revision> sameKey =
        comments.revisions(comment).stream()
            .filter(r -> r.requestId().equals(act.requestId().value()))
            .findFirst();
    if (sameKey.isPresent()) {
      return sameKey.get().number() == expected + 1
          ? answer(act, sameKey.get())
          : new Outcome.KeyReused();
    }
    Revision current = found;
    if (current.number() != expected || current.withdraws()) {
      if (!comments.catchUp()) {
        return new Outcome.ViewBehind();
      }
      current = comments.current(comment).orElseThrow();
    }
    if (current.withdraws()) {
      return new Outcome.Withdrawn();
    }
    if (current.number() != expected) {
      return new Outcome.Overtaken(current.number());
    }
    Optional<Consultation> consultation = consultations.consultation(current.consultation());
    if (consultation.isEmpty() && consultations.catchUp()) {
      consultation = consultations.consultation(current.consultation());
    }
    if (consultation.isEmpty()) {
      return new Outcome.ViewBehind();
    }
    Consultation standing = standingFor(consultation.get(), act.participant(), act);
    boolean late = content.isPresent() && standing.late(act.participant(), act.receivedAt());
    return append(
        act,
        new Draft(
            comment,
            expected + 1,
            standing,
            late,
            current.submittedAt(),
            current.author(),
            current.target(),
            content));
  }

  /**
   * Before "deadline passed", the log is read to its end: the deadline may have been extended
   * elsewhere.
   */
  private Consultation standingFor(Consultation consultation, String participant, Act act) {
    if (consultation.late(participant, act.receivedAt()) && consultations.catchUp()) {
      return consultations.consultation(consultation.id()).orElse(consultation);
    }
    return consultation;
  }

  private Outcome append(Act act, Draft draft) {
    Revision made =
        new Revision(
            draft.comment,
            draft.number,
            act.requestId().value(),
            act.requestDigest(),
            act.client(),
            draft.consultation.id(),
            draft.consultation.round(),
            draft.late,
            draft.submittedAt,
            act.receivedAt(),
            draft.author,
            draft.target,
            draft.content,
            receipts.receipt(act, draft.comment, draft.number));
    comments.append(made);
    return comments
        .revision(made.comment(), made.number())
        .map(counted -> answer(act, counted))
        .orElseGet(Outcome.ViewBehind::new);
  }

  /** The counted event at the place that this request wanted to make. */
  private Outcome answer(Act act, Revision counted) {
    if (counted.madeBy(act)) {
      return new Outcome.Counted(counted);
    }
    return counted.requestId().equals(act.requestId().value())
        ? new Outcome.KeyReused()
        : new Outcome.Overtaken(
            comments.current(counted.comment()).map(Revision::number).orElse(counted.number()));
  }

  private record Draft(
      String comment,
      int number,
      Consultation consultation,
      boolean late,
      java.time.Instant submittedAt,
      Author author,
      Target target,
      Optional<Content> content) {}
}
