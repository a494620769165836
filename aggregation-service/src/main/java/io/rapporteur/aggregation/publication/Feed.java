package io.rapporteur.aggregation.publication;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Consultation.Edition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is in a feed, the latest first: each edition, and under it the comments that it was the
 * first to hold as they stand in public now. What was withdrawn since is not there.
 */
public final class Feed {

  /** Entries on a page. */
  public static final int PAGE = 100;

  private Feed() {}

  /** Something that was published. */
  public sealed interface Published {
    /** The edition with which it was. */
    Edition edition();
  }

  /** An edition. */
  public record OfEdition(Edition edition) implements Published {}

  /** A comment. */
  public record OfComment(Edition edition, Comment comment) implements Published {}

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

  private static String text(Comment comment) {
    return comment.id() + "/" + comment.revision();
  }
}
