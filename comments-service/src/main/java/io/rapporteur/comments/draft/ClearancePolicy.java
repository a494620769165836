package io.rapporteur.comments.draft;

import io.rapporteur.schemas.access.Duty;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who may do what with a draft at which stage. An expert drafts and sends to review; a reviewer
 * returns or releases; the contact point may do all of it, and alone hands in. One person may have
 * all duties. What was discarded or merged can be taken up again; what was handed in is final.
 */
public final class ClearancePolicy {

  private ClearancePolicy() {}

  /** What the policy says. */
  public enum Verdict {
    ALLOWED,
    /** Someone of the delegation may, but not this caller. */
    NOT_YOURS,
    /** Nobody may, at this stage. */
    NOT_AT_THIS_STAGE
  }

  /** Whether a draft may be rewritten. */
  public static Verdict rewriting(Set<Duty> duties, Stage stage) {
    return verdict(
        duties,
        switch (stage) {
          case DRAFTING, RETURNED -> EnumSet.of(Duty.EXPERT, Duty.CONTACT_POINT);
          case IN_REVIEW -> EnumSet.of(Duty.REVIEWER, Duty.CONTACT_POINT);
          case RELEASED -> EnumSet.of(Duty.CONTACT_POINT);
          case MERGED, SUBMITTED, DISCARDED -> EnumSet.noneOf(Duty.class);
        });
  }

  /** Whether drafts may be merged into one; each must be alive. */
  public static Verdict merging(Set<Duty> duties, Stage stage) {
    return verdict(
        duties,
        stage.live() ? EnumSet.of(Duty.REVIEWER, Duty.CONTACT_POINT) : EnumSet.noneOf(Duty.class));
  }

  /** Whether a draft may be moved from one stage to another, or get another internal deadline. */
  public static Verdict moving(Set<Duty> duties, Stage from, Stage to) {
    return verdict(duties, movers(from, to));
  }

  private static Set<Duty> movers(Stage from, Stage to) {
    if (to == Stage.MERGED || to == Stage.SUBMITTED || from == Stage.SUBMITTED) {
      return EnumSet.noneOf(Duty.class);
    }
    return switch (from) {
      case DISCARDED ->
          to == Stage.DRAFTING ? EnumSet.allOf(Duty.class) : EnumSet.noneOf(Duty.class);
      case MERGED ->
          to == Stage.DRAFTING
              ? EnumSet.of(Duty.REVIEWER, Duty.CONTACT_POINT)
              : EnumSet.noneOf(Duty.class);
      case DRAFTING, RETURNED ->
          to == Stage.IN_REVIEW || to == Stage.DRAFTING || to == Stage.DISCARDED
              ? EnumSet.of(Duty.EXPERT, Duty.CONTACT_POINT)
              : EnumSet.of(Duty.CONTACT_POINT);
      case IN_REVIEW, RELEASED -> EnumSet.of(Duty.REVIEWER, Duty.CONTACT_POINT);
      case SUBMITTED -> EnumSet.noneOf(Duty.class);
    };
  }

  private static Verdict verdict(Set<Duty> duties, Set<Duty> who) {
    if (who.isEmpty()) {
      return Verdict.NOT_AT_THIS_STAGE;
    }
    return duties.stream().anyMatch(who::contains) ? Verdict.ALLOWED : Verdict.NOT_YOURS;
  }
}
