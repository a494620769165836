package io.rapporteur.comments.comment;

/** What came of a request, as the fold of the log tells it; a refusal is a value. */
public sealed interface Outcome {

  /**
   * The request counted, now or at an earlier try.
   *
   * @param comment as the revision that it made left it
   */
  record Counted(JointComment comment) implements Outcome {}

  /** The key was used before, for another request. */
  record KeyReused() implements Outcome {}

  /** Another revision stands than the one to be changed. */
  record Overtaken(int current) implements Outcome {}

  /** Another text stands than the one to be joined. */
  record TextChanged(int current) implements Outcome {}

  /** The comment has been withdrawn. */
  record Withdrawn() implements Outcome {}

  /** There is no such comment for this caller. */
  record NoSuchComment() implements Outcome {}

  /** The round has closed for the one who asks. */
  record RoundClosed() implements Outcome {}

  /** The text named does not wait for a decision. */
  record NothingToDecide() implements Outcome {}

  /** The view did not reach the end of the log, so that nothing can be said. */
  record ViewBehind() implements Outcome {}
}
