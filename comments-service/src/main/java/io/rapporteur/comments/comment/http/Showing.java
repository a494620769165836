package io.rapporteur.comments.comment.http;

import io.rapporteur.comments.comment.Content;
import io.rapporteur.comments.comment.JointComment;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.comment.http.CommentView.CoSponsorView;
import io.rapporteur.comments.comment.http.CommentView.ReceiptView;
import io.rapporteur.schemas.http.DifferenceView;
import io.rapporteur.schemas.joint.JointText;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows a comment to one who may see it. A co-sponsor sees the text that it is asked to join or has
 * joined, and who else joined; who else was asked, and what became of it, the author and the
 * secretariat see alone.
 */
final class Showing {

  private final JointComment comment;
  private final Optional<String> viewer;
  private final boolean coSponsor;

  /**
   * @param viewer code of the delegation that looks; empty for the secretariat
   */
  Showing(JointComment comment, Optional<String> viewer) {
    this.comment = comment;
    this.viewer = viewer;
    this.coSponsor =
        viewer.isPresent() && !viewer.get().equals(comment.first().author().participant());
  }

  CommentView view(Optional<List<Stretch>> difference) {
    Revision first = comment.first();
    Target target = first.target();
    Optional<Revision> text = comment.text();
    @Nullable Content content = text.flatMap(Revision::content).orElse(null);
    Revision shown = text.orElse(comment.last());
    return new CommentView(
        first.comment(),
        coSponsor ? shown.number() : comment.number(),
        comment.withdrawn() ? "withdrawn" : "standing",
        first.consultation(),
        target.document().orElse(null),
        target.section().orElse(null),
        target.recommendation().orElse(null),
        target.recommendationVersion().orElse(null),
        target.entry().orElse(null),
        target.draftVersion().orElse(null),
        first.author().participant(),
        first.author().onBehalfOf().orElse(null),
        content == null ? null : content.kind().word(),
        content == null ? null : content.position().word(),
        content == null ? null : content.text(),
        content == null ? null : content.language(),
        content == null ? null : content.translations(),
        content == null ? null : content.proposedText().orElse(null),
        content == null ? null : content.proposedTextLanguage().orElse(null),
        difference.map(DifferenceView::of).orElse(null),
        content == null ? null : content.rationale().orElse(null),
        content == null ? null : content.quotation().orElse(null),
        content == null ? null : content.attachments(),
        text.map(Revision::number).orElse(null),
        comment.inForce().map(Revision::number).orElse(null),
        coSponsors(),
        shown.round(),
        shown.late(),
        coSponsor ? null : LateDecisionView.of(comment).orElse(null),
        coSponsor ? null : first.submission().orElse(null),
        first.submittedAt(),
        shown.receivedAt(),
        receipt());
  }

  private List<CoSponsorView> coSponsors() {
    JointText state = comment.state();
    return state.coSponsors().entrySet().stream()
        .filter(
            entry ->
                !coSponsor
                    || !entry.getValue().isEmpty()
                    || viewer.filter(entry.getKey()::equals).isPresent())
        .map(
            entry ->
                new CoSponsorView(
                    entry.getKey(),
                    entry.getValue().contains(state.last())
                        ? "joined"
                        : entry.getValue().isEmpty() ? "asked" : "asked-again",
                    entry.getValue().isEmpty() ? null : entry.getValue().last()))
        .toList();
  }

  /** The receipt of the last act of the one who looks; the author's for the secretariat. */
  private @Nullable ReceiptView receipt() {
    return comment
        .lastOf(viewer.orElse(comment.first().author().participant()))
        .map(ReceiptView::of)
        .orElse(null);
  }
}
