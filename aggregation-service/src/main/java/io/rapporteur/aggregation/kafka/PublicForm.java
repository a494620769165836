package io.rapporteur.aggregation.kafka;

import io.rapporteur.schemas.joint.JointText;
import io.rapporteur.states.CompiledComment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A text as the public may read it, with marks in place of what is redacted. When it was received,
 * whether late, and where it stands in the log concerns its author and the secretariat.
 */
final class PublicForm {

  private PublicForm() {}

  /**
   * The text in force after these revisions, with those who joined it; empty if none is.
   *
   * @param revisions of one comment, in their order
   */
  static Optional<CompiledComment> inForce(List<CompiledComment> revisions) {
    if (revisions.isEmpty()) {
      return Optional.empty();
    }
    CompiledComment last = revisions.getLast();
    return revisions.stream()
        .filter(revision -> revision.getRevision() == last.getText())
        .findFirst()
        .map(text -> CompiledComment.newBuilder(text).setCoSponsors(last.getCoSponsors()).build());
  }

  /**
   * The text in public.
   *
   * @param time that it bears there
   */
  static CompiledComment of(CompiledComment text, Redactions redactions, Instant time) {
    return CompiledComment.newBuilder(redactions.marked(text))
        .setLate(false)
        .setSubmittedAt(time)
        .setReceivedAt(time)
        .setSubmission(null)
        .setText(text.getRevision())
        .setWaiting(JointText.NONE)
        .setAct("")
        .setActor(null)
        .setReceipt(null)
        .setPlace(null)
        .build();
  }
}
