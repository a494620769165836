package io.rapporteur.aggregation.compilation;

import java.util.List;
import java.util.Optional;

/**
 * What stands of a comment, as the last of its counted revisions tells: the text in force with
 * those who joined it, and beside it a later one that came late, until the secretariat decides.
 *
 * @param standing what the compilation shows
 * @param late what waits for a decision
 */
public record CommentHistory(Optional<Comment> standing, Optional<Comment> late) {

  /**
   * What stands after these revisions of one comment.
   *
   * @param revisions in their order
   */
  public static CommentHistory of(List<Comment> revisions) {
    if (revisions.isEmpty()) {
      return new CommentHistory(Optional.empty(), Optional.empty());
    }
    Comment last = revisions.getLast();
    return new CommentHistory(
        find(last.inForce(), revisions).map(text -> text.with(last.coSponsors())),
        find(last.waiting(), revisions).map(text -> text.with(List.of())));
  }

  /** What stood at a cut: the revisions before it. */
  public static List<Comment> until(Cut cut, List<Comment> revisions) {
    return revisions.stream()
        .takeWhile(r -> r.filing().filter(filing -> cut.holds(filing.place())).isPresent())
        .toList();
  }

  /** The cut of all that these tell. */
  public static Cut cut(List<List<Comment>> histories, int partitions) {
    return Cut.after(places(histories), partitions);
  }

  /** Where all of these stand in the log. */
  public static List<Place> places(List<List<Comment>> histories) {
    return histories.stream()
        .flatMap(List::stream)
        .flatMap(comment -> comment.filing().stream())
        .map(Filing::place)
        .toList();
  }

  private static Optional<Comment> find(int revision, List<Comment> revisions) {
    return revisions.stream().filter(r -> r.revision() == revision).findFirst();
  }
}
