package io.rapporteur.comments.comment;

import java.util.Optional;
import java.util.function.Function;

/**
 * Hands revisions to the log and answers from the fold: of two requests for the same place the log
 * picks one, and a retry gets the answer of its first try.
 */
final class Appending {

  private static final int TRIES = 8;

  private final Comments comments;
  private final Consultations consultations;
  private final Receipts receipts;

  Appending(Comments comments, Consultations consultations, Receipts receipts) {
    this.comments = comments;
    this.consultations = consultations;
    this.receipts = receipts;
  }

  /**
   * Appends the revision after those of a comment.
   *
   * @param late it makes a text that came late
   */
  Outcome next(Act act, JointComment before, Fact fact, boolean late) {
    String comment = before.first().comment();
    return append(
        act, before.next(act, fact, late, receipts.receipt(act, comment, before.number() + 1)));
  }

  /** Appends a revision and answers with what stands at its place. */
  Outcome append(Act act, Revision made) {
    comments.append(made);
    return comments
        .comment(made.comment())
        .filter(comment -> comment.number() >= made.number())
        .map(comment -> answer(act, comment, made.number()))
        .orElseGet(Outcome.ViewBehind::new);
  }

  /** The counted revision at the place that a request wanted to make. */
  Outcome answer(Act act, JointComment comment, int number) {
    JointComment then = comment.until(number);
    if (then.last().madeBy(act)) {
      return new Outcome.Counted(then);
    }
    return then.last().requestId().equals(act.requestId().value())
        ? new Outcome.KeyReused()
        : new Outcome.Overtaken(comment.number());
  }

  /**
   * Tries an act on what stands, again where another revision came first; a refusal is believed
   * once the log has been read to its end. An earlier try with the same key answers at once.
   */
  Outcome untilSettled(Act act, String comment, Function<JointComment, Outcome> step) {
    Optional<Outcome> missing = missing(comment);
    if (missing.isPresent()) {
      return missing.get();
    }
    Outcome outcome = new Outcome.ViewBehind();
    for (int tried = 0; tried < TRIES; tried++) {
      JointComment current = comments.comment(comment).orElseThrow();
      outcome =
          current
              .madeBy(act)
              .map(made -> answer(act, current, made.number()))
              .orElseGet(() -> step.apply(current));
      boolean believed =
          outcome instanceof Outcome.Counted
              || outcome instanceof Outcome.KeyReused
              || (tried > 0 && !(outcome instanceof Outcome.Overtaken));
      if (believed) {
        return outcome;
      }
      if (!comments.catchUp()) {
        return new Outcome.ViewBehind();
      }
    }
    return outcome;
  }

  /** Why there is no such comment, after reading the log to its end; empty if there is one. */
  Optional<Outcome> missing(String comment) {
    if (comments.comment(comment).isPresent()) {
      return Optional.empty();
    }
    if (!comments.catchUp()) {
      return Optional.of(new Outcome.ViewBehind());
    }
    return comments.comment(comment).isPresent()
        ? Optional.empty()
        : Optional.of(new Outcome.NoSuchComment());
  }

  /**
   * The consultation as it stands for a deadline: before "deadline passed", the log is read to its
   * end, since the deadline may have been extended elsewhere. Empty if the log is out of reach.
   */
  Optional<Consultation> standing(String id, Target target, String participant, Act act) {
    Optional<Consultation> known = consultations.consultation(id);
    boolean sure = known.filter(c -> !c.late(target, participant, act.receivedAt())).isPresent();
    if (!sure && consultations.catchUp()) {
      return consultations.consultation(id);
    }
    return known;
  }
}
