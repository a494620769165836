package io.rapporteur.aggregation.meeting.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.compilation.http.CommentView;
import io.rapporteur.aggregation.meeting.Decided;
import io.rapporteur.aggregation.meeting.UnderDecision;
import io.rapporteur.aggregation.meeting.UnderDecision.Held;
import io.rapporteur.aggregation.meeting.UnderDecision.Parted;
import io.rapporteur.schemas.http.Notices;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The comments on entries and on the items that they are made of, as one caller may see them: those
 * that the compilation shows the same caller. What came after the chair opened an entry is held
 * back, without its text. For one answer; not thread-safe.
 */
final class EntryComments {

  private final Sight sight;
  private final HouseOrder order;
  private final Supplier<List<List<Comment>>> revisions;
  private final Function<Comment, Optional<List<Stretch>>> difference;
  private final Map<String, List<Comment>> byEntry;
  private final Map<String, List<Comment>> byItem;
  private @Nullable Map<String, List<Comment>> histories;

  /**
   * Tells of what a caller sees.
   *
   * @param revisions of every comment of the consultation, asked for once an entry is under
   *     decision
   * @param difference of a proposed text from the version that it addresses
   */
  EntryComments(
      Sight sight,
      HouseOrder order,
      Supplier<List<List<Comment>>> revisions,
      Function<Comment, Optional<List<Stretch>>> difference) {
    this.sight = sight;
    this.order = order;
    this.revisions = revisions;
    this.difference = difference;
    byEntry = by(Comment::entry);
    byItem = by(Comment::recommendation);
  }

  private Map<String, List<Comment>> by(Function<Comment, Optional<String>> target) {
    return sight.comments().stream()
        .filter(comment -> target.apply(comment).isPresent())
        .collect(Collectors.groupingBy(comment -> target.apply(comment).orElseThrow()));
  }

  /**
   * The comments on an entry.
   *
   * @param visibility whose are counted: all, those of an edition, one's own
   * @param onEntry how many are on the entry itself
   * @param onItems how many are on its items
   * @param list all of these, on the entry first; of one entry that is asked for alone
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CommentsView(
      String visibility,
      @Nullable String edition,
      List<String> notices,
      int onEntry,
      int onItems,
      List<HeldView> heldBack,
      @Nullable List<CommentView> list) {}

  /**
   * A comment that is kept apart until the entry is decided, deferred or reopened.
   *
   * @param receivedAt absent where the caller sees it as an edition has it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HeldView(
      String comment,
      int revision,
      String participant,
      String name,
      @Nullable String onBehalfOf,
      @Nullable String recommendation,
      boolean heldBack,
      @Nullable Instant receivedAt) {}

  /**
   * Those on one entry.
   *
   * @param sources its items, in their order
   * @param decisions those that stand, as far as the caller sees them
   */
  CommentsView of(
      String entry, Collection<String> sources, List<Decided> decisions, boolean listed) {
    List<Comment> on = new ArrayList<>(sorted(byEntry.getOrDefault(entry, List.of())));
    sources.forEach(item -> on.addAll(sorted(byItem.getOrDefault(item, List.of()))));
    Parted parted =
        UnderDecision.since(decisions)
            .map(since -> part(since, on))
            .orElse(new Parted(on, List.of()));
    int onEntry = (int) parted.shown().stream().filter(c -> c.entry().isPresent()).count();
    return new CommentsView(
        sight.visibility(),
        sight.edition().orElse(null),
        listed ? List.of(Notices.AS_RECEIVED, Notices.NOT_A_VOTE) : List.of(Notices.NOT_A_VOTE),
        onEntry,
        parted.shown().size() - onEntry,
        parted.heldBack().stream().map(this::held).toList(),
        listed ? parted.shown().stream().map(this::view).toList() : null);
  }

  private List<Comment> sorted(List<Comment> comments) {
    return comments.stream().sorted(order.comments()).toList();
  }

  private Parted part(Instant since, List<Comment> on) {
    return UnderDecision.part(since, on, histories(), sight.isOfAll());
  }

  /** Read once an entry is under decision; what is redacted in them the secretariat alone reads. */
  private Map<String, List<Comment>> histories() {
    if (histories == null) {
      histories =
          revisions.get().stream()
              .filter(history -> !history.isEmpty())
              .map(
                  history ->
                      sight.readsRedacted()
                          ? history
                          : history.stream().map(Comment::redacted).toList())
              .collect(Collectors.toMap(history -> history.getFirst().id(), history -> history));
    }
    return histories;
  }

  private HeldView held(Held held) {
    Comment comment = held.comment();
    boolean published = sight.published().contains(comment.id());
    return new HeldView(
        comment.id(),
        comment.revision(),
        comment.participant(),
        order.name(comment.participant()),
        comment.onBehalfOf().orElse(null),
        comment.recommendation().orElse(null),
        true,
        published ? null : held.receivedAt());
  }

  private CommentView view(Comment comment) {
    return CommentView.of(
        comment, order, difference.apply(comment), sight.published().contains(comment.id()));
  }
}
