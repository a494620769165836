package io.rapporteur.comments.comment;

import io.rapporteur.schemas.joint.JointText;
import java.util.List;
import java.util.Optional;

/**
 * A comment out of its counted revisions: the last text, the one in force, and those who were asked
 * to join. A comment of one participant is a joint one that nobody was asked to join. Immutable.
 */
public final class JointComment {

  private final List<Revision> revisions;
  private final JointText text;

  private JointComment(List<Revision> revisions) {
    this.revisions = List.copyOf(revisions);
    JointText folded = JointText.NOTHING;
    for (Revision revision : revisions) {
      folded = folded.after(revision.number(), revision.fact().deed(revision.late()));
    }
    this.text = folded;
  }

  /**
   * The comment of these revisions, in their order; empty if there are none.
   *
   * @param revisions all that counted, from the first
   */
  public static Optional<JointComment> of(List<Revision> revisions) {
    return revisions.isEmpty() ? Optional.empty() : Optional.of(new JointComment(revisions));
  }

  /** As it was after one of its revisions. */
  public JointComment until(int number) {
    return new JointComment(revisions.subList(0, number));
  }

  /**
   * The revision that an act makes after these.
   *
   * @param late it makes a text that came late
   */
  public Revision next(Act act, Fact fact, boolean late, Receipt receipt) {
    Revision first = first();
    return new Revision(
        first.comment(),
        number() + 1,
        act.requestId().value(),
        act.requestDigest(),
        act.client(),
        first.consultation(),
        first.round(),
        late,
        first.submittedAt(),
        act.receivedAt(),
        first.author(),
        first.target(),
        first.submission(),
        fact,
        receipt);
  }

  /** What is the same in every revision. */
  public Revision first() {
    return revisions.getFirst();
  }

  /** The last revision. */
  public Revision last() {
    return revisions.getLast();
  }

  /** Number of the last revision. */
  public int number() {
    return last().number();
  }

  /** The last revision that the participant made. */
  public Optional<Revision> lastOf(String participant) {
    return revisions.reversed().stream()
        .filter(revision -> revision.actor().filter(participant::equals).isPresent())
        .findFirst();
  }

  /** The revision that a request made. */
  public Optional<Revision> madeBy(Act act) {
    return revisions.stream()
        .filter(revision -> revision.requestId().equals(act.requestId().value()))
        .findFirst();
  }

  /** Whether its author took it back. */
  public boolean withdrawn() {
    return text.last() == JointText.NONE;
  }

  /** The revision that made the last text; empty after a withdrawal. */
  public Optional<Revision> text() {
    return withdrawn() ? Optional.empty() : Optional.of(revisions.get(text.last() - 1));
  }

  /** The revision that made the text in force; empty if none is. */
  public Optional<Revision> inForce() {
    return text.inForce() == JointText.NONE
        ? Optional.empty()
        : Optional.of(revisions.get(text.inForce() - 1));
  }

  /** The fold: which text is in force and with whom. */
  public JointText state() {
    return text;
  }

  /** Whether the participant was asked to join and has not left. */
  public boolean isCoSponsor(String participant) {
    return text.coSponsors().containsKey(participant);
  }

  /** The last decision on the last text; empty if it was in time or none was made. */
  public Optional<Revision> lateDecision() {
    return revisions.reversed().stream()
        .filter(
            revision ->
                revision.fact() instanceof Fact.LateDecided decided
                    && decided.text() == text.last())
        .findFirst();
  }
}
