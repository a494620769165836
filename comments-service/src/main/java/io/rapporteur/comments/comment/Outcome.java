package io.rapporteur.comments.comment;

/** What came of a request, as the fold of the log tells it; a refusal is a value. */
public sealed interface Outcome {

  /** The request counted, now or at an earlier try: this is the revision that it made. */
  record Counted(Revision revision) implements Outcome {}

  /** The key was used before, for another request. */
  record KeyReused() implements Outcome {}

  /** Another revision stands than the one to be changed. */
  record Overtaken(int current) implements Outcome {}

  /** The comment has been withdrawn. */
  record Withdrawn() implements Outcome {}

  /** There is no such comment for this caller. */
  record NoSuchComment() implements Outcome {}

  /** The view did not reach the end of the log, so that nothing can be said. */
  record ViewBehind() implements Outcome {}
}
