package io.rapporteur.aggregation.rolling;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rolling text of a language; each item is made when it is asked for. Immutable. */
public final class RollingText {

  private final String language;
  private final Map<String, List<Comment>> comments;
  private final HouseOrder order;
  private final Regroupings regroupings;
  private final double threshold;

  /**
   * Of these.
   *
   * @param comments as far as the reader sees them
   * @param order of the language of the names
   * @param threshold from which texts are near-duplicates, from 0 to 1
   */
  public RollingText(
      String language,
      Collection<Comment> comments,
      HouseOrder order,
      Regroupings regroupings,
      double threshold) {
    this.language = language;
    this.comments =
        comments.stream()
            .filter(comment -> comment.recommendation().isPresent())
            .collect(Collectors.groupingBy(comment -> comment.recommendation().orElseThrow()));
    this.order = order;
    this.regroupings = regroupings;
    this.threshold = threshold;
  }

  /** The tag of the language. */
  public String language() {
    return language;
  }

  /** From which texts are near-duplicates, from 0 to 1. */
  public double threshold() {
    return threshold;
  }

  /** An item. */
  public RollingItem of(Item item) {
    return RollingItem.of(
        item,
        language,
        comments.getOrDefault(item.id(), List.of()),
        order,
        regroupings.of(item.id(), language),
        threshold);
  }
}
