package io.rapporteur.aggregation.compilation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a caller sees of the comments of a consultation. Before an edition nobody but the
 * secretariat, those to whom it grants sight, and the author's delegation reads or counts a
 * comment; an edition is seen from the moment that it is whole. What is redacted is read by the
 * secretariat and the author's delegation alone, whatever else is seen.
 *
 * @param visibility {@code secretariat}, {@code granted}, {@code own}, {@code sealed}, {@code
 *     participants}, {@code published} or {@code as-received}
 * @param edition the edition shown, if any
 * @param comments in no order
 * @param late received after the deadline, for the secretariat and their own delegation
 * @param published ids of those comments that are shown as the edition has them
 */
public record Sight(
    String visibility,
    Optional<String> edition,
    List<Comment> comments,
    List<Comment> late,
    Set<String> published) {

  private static final String SECRETARIAT = "secretariat";
  private static final String GRANTED = "granted";

  /** The secretariat sees everything that stands. */
  public static Sight ofSecretariat(List<List<Comment>> histories, Optional<String> edition) {
    return new Sight(SECRETARIAT, edition, standing(histories), late(histories), Set.of());
  }

  /** Those to whom it grants sight see what the secretariat sees, but for what is redacted. */
  public static Sight granted(List<List<Comment>> histories, Optional<String> edition) {
    return new Sight(
        GRANTED, edition, redacted(standing(histories)), redacted(late(histories)), Set.of());
  }

  /** The public sees the last edition, or nothing. */
  public static Sight ofPublic(Optional<Published> edition) {
    return edition
        .map(
            e ->
                new Sight(
                    visibility(e),
                    Optional.of(e.edition()),
                    redacted(e.comments()),
                    List.of(),
                    e.comments().stream().map(Comment::id).collect(Collectors.toSet())))
        .orElseGet(() -> new Sight("sealed", Optional.empty(), List.of(), List.of(), Set.of()));
  }

  /**
   * A delegation sees the last edition, and its own comments and those it joined as they stand;
   * what is redacted in its own alone.
   */
  public static Sight ofDelegation(
      String participant, List<List<Comment>> histories, Optional<Published> edition) {
    List<List<Comment>> own =
        histories.stream()
            .filter(h -> !h.isEmpty() && h.getFirst().participant().equals(participant))
            .toList();
    List<Comment> comments = new ArrayList<>(standing(own));
    standing(histories).stream()
        .filter(comment -> comment.isJoinedBy(participant))
        .map(Comment::redacted)
        .forEach(comments::add);
    Set<String> shown = new HashSet<>();
    comments.forEach(comment -> shown.add(comment.id()));
    Set<String> others = new HashSet<>();
    edition
        .map(Published::comments)
        .orElse(List.of())
        .forEach(
            published -> {
              if (!shown.contains(published.id())) {
                comments.add(published.redacted());
                others.add(published.id());
              }
            });
    return new Sight(
        edition.map(Sight::visibility).orElse("own"),
        edition.map(Published::edition),
        comments,
        late(own),
        others);
  }

  /** The same as the log of comments alone tells it. */
  public Sight asHandedIn() {
    return new Sight(
        visibility,
        edition,
        comments.stream().map(Comment::withoutAdded).toList(),
        late.stream().map(Comment::withoutAdded).toList(),
        published);
  }

  /** Whether all that stands is seen, and what stood before. */
  public boolean isOfAll() {
    return readsRedacted() || isByGrant();
  }

  /** Whether what is redacted is read in all of it. */
  public boolean readsRedacted() {
    return visibility.equals(SECRETARIAT);
  }

  /** Whether it is a grant that lets its reader see. */
  public boolean isByGrant() {
    return visibility.equals(GRANTED);
  }

  /** Whether nothing but the edition is seen. */
  public boolean isOfEditionAlone() {
    return edition.isPresent() && published.size() == comments.size();
  }

  /**
   * An edition that is whole.
   *
   * @param audience who reads it by now
   */
  public record Published(String edition, List<Comment> comments, Audience audience) {

    /** One that everyone reads. */
    public Published(String edition, List<Comment> comments) {
      this(edition, comments, Audience.EVERYONE);
    }
  }

  private static List<Comment> standing(List<List<Comment>> histories) {
    return histories.stream()
        .map(CommentHistory::of)
        .map(CommentHistory::standing)
        .flatMap(Optional::stream)
        .toList();
  }

  private static String visibility(Published edition) {
    if (edition.audience() == Audience.PARTICIPANTS) {
      return "participants";
    }
    return edition.edition().equals(Consultation.AS_RECEIVED)
        ? Consultation.AS_RECEIVED
        : "published";
  }

  private static List<Comment> redacted(List<Comment> comments) {
    return comments.stream().map(Comment::redacted).toList();
  }

  private static List<Comment> late(List<List<Comment>> histories) {
    return histories.stream()
        .map(CommentHistory::of)
        .map(CommentHistory::late)
        .flatMap(Optional::stream)
        .toList();
  }
}
