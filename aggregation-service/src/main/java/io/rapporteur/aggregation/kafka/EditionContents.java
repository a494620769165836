package io.rapporteur.aggregation.kafka;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Cut;
import io.rapporteur.aggregation.compilation.Leaf;
import io.rapporteur.aggregation.compilation.Place;
import io.rapporteur.events.EditionCut;
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
 * revisions that stand before the cut and were received by its time. One that corrects another
 * keeps the texts of that one, without those of comments that have been withdrawn since. Always the
 * same of one cut.
 */
final class EditionContents {

  private final Instant cutAt;
  private final Redactions redactions;
  private final List<CompiledComment> texts = new ArrayList<>();

  private EditionContents(Instant cutAt, Redactions redactions) {
    this.cutAt = cutAt;
    this.redactions = redactions;
  }

  /**
   * The contents of a cut.
   *
   * @param redactions that the public knows: those of the cut, or of that of a later edition
   */
  static EditionContents of(
      List<List<CompiledComment>> histories, EditionCut cut, Redactions redactions) {
    var contents = new EditionContents(cut.getCutAt(), redactions);
    var ranks = new Cut(cut.getRanks());
    Optional<Cut> kept =
        cut.getTextRanks().isEmpty() ? Optional.empty() : Optional.of(new Cut(cut.getTextRanks()));
    for (List<CompiledComment> revisions : histories) {
      Optional<CompiledComment> now = PublicForm.inForce(until(ranks, cut.getCutAt(), revisions));
      now.flatMap(
              text ->
                  kept.isEmpty()
                      ? now
                      : PublicForm.inForce(
                          until(
                              kept.get(),
                              Objects.requireNonNullElse(cut.getTextsAt(), cut.getCutAt()),
                              revisions)))
          .ifPresent(contents.texts::add);
    }
    return contents;
  }

  private static List<CompiledComment> until(
      Cut ranks, Instant time, List<CompiledComment> revisions) {
    return revisions.stream()
        .takeWhile(r -> place(r).filter(ranks::holds).isPresent())
        .takeWhile(r -> !r.getReceivedAt().isAfter(time))
        .toList();
  }

  /**
   * The cut of what is there now.
   *
   * @param redactionRanks how far the redactions have been read
   */
  static EditionCut cut(
      List<List<CompiledComment>> histories, Instant cutAt, List<Long> redactionRanks) {
    List<Place> places =
        histories.stream()
            .flatMap(List::stream)
            .flatMap(revision -> place(revision).stream())
            .toList();
    return EditionCut.newBuilder()
        .setCutAt(cutAt)
        .setRanks(Cut.after(places, TopicCatalogue.COMMENT_EVENTS.partitions()).ranks())
        .setRedactionRanks(redactionRanks)
        .build();
  }

  /** Whether all that is before a cut is there. */
  static boolean isRead(List<List<CompiledComment>> histories, EditionCut cut) {
    EditionCut there = cut(histories, cut.getCutAt(), List.of());
    return new Cut(cut.getRanks()).isWithin(new Cut(there.getRanks()));
  }

  /** The same cut, of an edition that keeps the texts of another. */
  static EditionCut keeping(EditionCut cut, EditionCut other) {
    boolean keepsToo = !other.getTextRanks().isEmpty();
    return EditionCut.newBuilder(cut)
        .setTextsAt(keepsToo ? other.getTextsAt() : other.getCutAt())
        .setTextRanks(keepsToo ? other.getTextRanks() : other.getRanks())
        .build();
  }

  private static Optional<Place> place(CompiledComment revision) {
    return Optional.ofNullable(revision.getPlace()).map(EditionContents::place);
  }

  private static Place place(LogPlace place) {
    return new Place(place.getPartition(), place.getRank(), place.getReceivedUpTo());
  }

  /** As the public may read them: every comment bears the time of the edition. */
  List<CompiledComment> inPublic() {
    return texts.stream().map(text -> PublicForm.of(text, redactions, cutAt)).toList();
  }

  /** The same, as the compilation shows them. */
  List<Comment> comments() {
    return inPublic().stream().map(CompiledComments::inPublic).toList();
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
