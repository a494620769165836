package io.rapporteur.aggregation.publication;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Consultation.Edition;
import io.rapporteur.aggregation.meeting.Meeting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is in a feed, the latest first: each edition, and under it the comments that it was the
 * first to hold as they stand in public now. What was withdrawn since is not there. Of the meeting
 * it tells each version of the draft that was circulated, once the public may read that, and the
 * adopted list.
 */
public final class Feed {

  /** Entries on a page. */
  public static final int PAGE = 100;

  private Feed() {}

  /** Something that was published. */
  public sealed interface Published {
    /** When it was. */
    Instant at();
  }

  /** An edition. */
  public record OfEdition(Edition edition) implements Published {

    @Override
    public Instant at() {
      return edition.cutAt();
    }
  }

  /** A comment, with the edition that was the first to hold it. */
  public record OfComment(Edition edition, Comment comment) implements Published {

    @Override
    public Instant at() {
      return edition.cutAt();
    }
  }

  /** A version of the consolidated draft that was circulated. */
  public record OfDraft(int version, Instant at) implements Published {}

  /** The adopted list. */
  public record OfList(Instant at) implements Published {}

  /**
   * With which edition each text came first, as {@code comment/revision}.
   *
   * @param editions that are public, in their order
   * @param contents what each holds
   */
  public static Map<String, Edition> firsts(
      List<Edition> editions, Function<Edition, List<Comment>> contents) {
    Map<String, Edition> firsts = new HashMap<>();
    for (Edition edition : editions) {
      contents.apply(edition).forEach(comment -> firsts.putIfAbsent(text(comment), edition));
    }
    return firsts;
  }

  /**
   * The entries.
   *
   * @param current what the last edition holds now
   * @param order of comments that came with one edition
   */
  public static List<Published> entries(
      List<Edition> editions,
      Map<String, Edition> firsts,
      List<Comment> current,
      Comparator<Comment> order) {
    List<Published> entries = new ArrayList<>();
    for (Edition edition : editions.reversed()) {
      entries.add(new OfEdition(edition));
      current.stream()
          .filter(comment -> edition.equals(firsts.get(text(comment))))
          .sorted(order)
          .forEach(comment -> entries.add(new OfComment(edition, comment)));
    }
    return entries;
  }

  /**
   * The same with what a meeting made, each before what was earlier; the comments of an edition
   * stay with it.
   *
   * @param draft whether the draft is public
   */
  public static List<Published> with(Meeting meeting, boolean draft, List<Published> entries) {
    List<Published> made = new ArrayList<>();
    meeting.adopted().ifPresent(list -> made.add(new OfList(list.adoptedAt())));
    if (draft) {
      meeting
          .circulations()
          .reversed()
          .forEach(each -> made.add(new OfDraft(each.version(), each.at())));
    }
    List<Published> all = new ArrayList<>();
    Iterator<Published> left = entries.iterator();
    Optional<Published> next = next(left);
    for (Published each : made) {
      while (next.filter(other -> other.at().isAfter(each.at())).isPresent()) {
        all.add(next.get());
        next = next(left);
      }
      all.add(each);
    }
    next.ifPresent(all::add);
    left.forEachRemaining(all::add);
    return all;
  }

  private static Optional<Published> next(Iterator<Published> left) {
    return left.hasNext() ? Optional.of(left.next()) : Optional.empty();
  }

  private static String text(Comment comment) {
    return comment.id() + "/" + comment.revision();
  }
}
