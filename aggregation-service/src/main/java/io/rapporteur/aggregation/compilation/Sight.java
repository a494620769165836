package io.rapporteur.aggregation.compilation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller sees of the comments of a consultation. Before an edition nobody but the
 * secretariat, those to whom it grants sight, and the author's delegation reads or counts a
 * comment; an edition is seen from the moment that it is whole.
 *
 * @param visibility {@code secretariat}, {@code granted}, {@code own}, {@code sealed} or {@code
 *     published}
 * @param edition the edition shown, if any
 * @param comments in no order
 * @param late received after the deadline, for the secretariat and their own delegation
 */
public record Sight(
    String visibility, Optional<String> edition, List<Comment> comments, List<Comment> late) {

  /** The secretariat sees everything that stands. */
  public static Sight ofSecretariat(List<List<Comment>> histories, Optional<String> edition) {
    return new Sight("secretariat", edition, standing(histories), late(histories));
  }

  /** Those to whom it grants sight see what the secretariat sees. */
  public static Sight granted(List<List<Comment>> histories, Optional<String> edition) {
    return new Sight("granted", edition, standing(histories), late(histories));
  }

  /** The public sees the last edition, or nothing. */
  public static Sight ofPublic(Optional<Published> edition) {
    return edition
        .map(e -> new Sight("published", Optional.of(e.edition()), e.comments(), List.of()))
        .orElseGet(() -> new Sight("sealed", Optional.empty(), List.of(), List.of()));
  }

  /** A delegation sees the last edition, and its own comments as they stand. */
  public static Sight ofDelegation(
      String participant, List<List<Comment>> histories, Optional<Published> edition) {
    List<List<Comment>> own =
        histories.stream()
            .filter(h -> !h.isEmpty() && h.getFirst().participant().equals(participant))
            .toList();
    List<Comment> comments = new ArrayList<>(standing(own));
    Set<String> shown = new HashSet<>();
    comments.forEach(comment -> shown.add(comment.id()));
    edition
        .map(Published::comments)
        .orElse(List.of())
        .forEach(
            published -> {
              if (!shown.contains(published.id())) {
                comments.add(published);
              }
            });
    return new Sight(
        edition.isPresent() ? "published" : "own",
        edition.map(Published::edition),
        comments,
        late(own));
  }

  /** An edition that is whole. */
  public record Published(String edition, List<Comment> comments) {}

  private static List<Comment> standing(List<List<Comment>> histories) {
    return histories.stream()
        .map(CommentHistory::of)
        .map(CommentHistory::standing)
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<Comment> late(List<List<Comment>> histories) {
    return histories.stream()
        .map(CommentHistory::of)
        .map(CommentHistory::late)
        .flatMap(Optional::stream)
        .toList();
  }
}
