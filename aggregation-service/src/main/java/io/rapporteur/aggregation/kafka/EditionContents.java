package io.rapporteur.aggregation.kafka;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Cut;
import io.rapporteur.aggregation.compilation.Leaf;
import io.rapporteur.aggregation.compilation.Place;
import io.rapporteur.events.EditionCut;
import io.rapporteur.schemas.joint.JointText;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.LogPlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an edition holds: of each comment the text in force, with those who joined it, after the
 * revisions that stand before the cut and were received by its time. Always the same of one cut.
 */
final class EditionContents {

  private final Instant cutAt;
  private final List<CompiledComment> texts = new ArrayList<>();

  private EditionContents(Instant cutAt) {
    this.cutAt = cutAt;
  }

  /** The contents of a cut. */
  static EditionContents of(List<List<CompiledComment>> histories, EditionCut cut) {
    var contents = new EditionContents(cut.getCutAt());
    var ranks = new Cut(cut.getRanks());
    for (List<CompiledComment> revisions : histories) {
      inForce(
              revisions.stream()
                  .takeWhile(r -> place(r).filter(ranks::holds).isPresent())
                  .takeWhile(r -> !r.getReceivedAt().isAfter(cut.getCutAt()))
                  .toList())
          .ifPresent(contents.texts::add);
    }
    return contents;
  }

  /** The cut of what is there now. */
  static EditionCut cut(List<List<CompiledComment>> histories, Instant cutAt) {
    List<Place> places =
        histories.stream()
            .flatMap(List::stream)
            .flatMap(revision -> place(revision).stream())
            .toList();
    return new EditionCut(
        cutAt, Cut.after(places, TopicCatalogue.COMMENT_EVENTS.partitions()).ranks());
  }

  private static Optional<Place> place(CompiledComment revision) {
    return Optional.ofNullable(revision.getPlace()).map(EditionContents::place);
  }

  private static Place place(LogPlace place) {
    return new Place(place.getPartition(), place.getRank(), place.getReceivedUpTo());
  }

  private static Optional<CompiledComment> inForce(List<CompiledComment> revisions) {
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
   * As the public may read them. When a text was received, whether late, and where it stands in the
   * log concerns its author and the secretariat: in public every comment bears the time of the
   * edition.
   */
  List<CompiledComment> inPublic() {
    return texts.stream()
        .map(
            text ->
                CompiledComment.newBuilder(text)
                    .setLate(false)
                    .setSubmittedAt(cutAt)
                    .setReceivedAt(cutAt)
                    .setSubmission(null)
                    .setText(text.getRevision())
                    .setWaiting(JointText.NONE)
                    .setAct("")
                    .setActor(null)
                    .setReceipt(null)
                    .setPlace(null)
                    .build())
        .toList();
  }

  /** The same, as the compilation shows them. */
  List<Comment> comments() {
    return inPublic().stream().map(CompiledComments::comment).toList();
  }

  /** The same, each with the digest of the receipt of the act that made it. */
  List<Leaf> leaves() {
    return texts.stream()
        .map(
            text ->
                new Leaf(
                    text.getComment(),
                    text.getRevision(),
                    Objects.requireNonNull(text.getReceipt()).getDigest()))
        .toList();
  }
}
