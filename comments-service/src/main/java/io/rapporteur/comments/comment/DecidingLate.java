package io.rapporteur.comments.comment;

import io.rapporteur.schemas.joint.JointText;

/**
 * The secretariat decides on a text that came late: taken as if it had been in time, or not, with a
 * reason. A refusal can be turned into an acceptance; an acceptance is final.
 */
public final class DecidingLate {

  private final Appending appending;

  /** Puts the use case together. */
  public DecidingLate(Comments comments, Consultations consultations, Receipts receipts) {
    this.appending = new Appending(comments, consultations, receipts);
  }

  /**
   * Decides.
   *
   * @return {@link Outcome.NothingToDecide} unless the text is the last one, came late, and was not
   *     accepted before
   */
  public Outcome decide(Act act, String comment, Fact.LateDecided decision) {
    return appending.untilSettled(act, comment, current -> decide(act, current, decision));
  }

  private Outcome decide(Act act, JointComment current, Fact.LateDecided decision) {
    JointText.Arrival arrival = current.state().arrival().orElse(JointText.Arrival.IN_TIME);
    boolean open =
        current.state().last() == decision.text()
            && (arrival == JointText.Arrival.WAITING || arrival == JointText.Arrival.REFUSED);
    return open ? appending.next(act, current, decision, false) : new Outcome.NothingToDecide();
  }
}
