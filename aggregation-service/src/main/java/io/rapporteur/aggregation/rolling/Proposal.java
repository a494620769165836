package io.rapporteur.aggregation.rolling;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.HouseOrder.Filed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A proposed text with all who propose it, in the house order.
 *
 * @param id see {@link Normalized}
 * @param text as the first of them wrote it
 * @param language that it amends
 * @param comments that propose it
 * @param current whether one of them is on the version of the item that stands
 */
public record Proposal(
    String id,
    String text,
    String language,
    List<Sponsor> sponsors,
    List<Comment> comments,
    boolean current) {

  /** Copies the lists. */
  public Proposal {
    sponsors = List.copyOf(sponsors);
    comments = List.copyOf(comments);
  }

  /**
   * Identical texts together.
   *
   * @param comments on one item, each proposing a text
   * @param version of the item that stands
   */
  static List<Proposal> of(List<Comment> comments, int version, HouseOrder order) {
    Map<String, List<Comment>> identical = new LinkedHashMap<>();
    comments.stream()
        .sorted(order.comments())
        .forEach(
            comment ->
                identical
                    .computeIfAbsent(
                        language(comment) + "/" + Normalized.id(text(comment)),
                        key -> new ArrayList<>())
                    .add(comment));
    return identical.values().stream().map(each -> of(each, order, version)).toList();
  }

  private static Proposal of(List<Comment> identical, HouseOrder order, int version) {
    Comment first = identical.getFirst();
    return new Proposal(
        Normalized.id(text(first)),
        text(first),
        language(first),
        sponsors(identical, order),
        identical,
        identical.stream()
            .anyMatch(c -> c.recommendationVersion().map(v -> v == version).orElse(true)));
  }

  /** All who propose one of these, each once. */
  static List<Sponsor> sponsors(List<Comment> comments, HouseOrder order) {
    record Named(Filed filed, Sponsor sponsor) {}
    List<Named> named = new ArrayList<>();
    for (Comment comment : comments) {
      String code = comment.onBehalfOf().orElse(comment.participant());
      named.add(
          new Named(
              Filed.of(comment),
              new Sponsor(code, order.name(code), comment.onBehalfOf().isPresent())));
      for (Comment.CoSponsor joined : comment.coSponsors()) {
        named.add(
            new Named(
                new Filed(
                    joined.participantClass(),
                    joined.participant(),
                    comment.submittedAt(),
                    comment.id()),
                new Sponsor(joined.participant(), order.name(joined.participant()), false)));
      }
    }
    Set<Sponsor> sponsors = new LinkedHashSet<>();
    named.stream()
        .sorted(Comparator.comparing(Named::filed, order.filed()))
        .forEach(each -> sponsors.add(each.sponsor()));
    return List.copyOf(sponsors);
  }

  static String text(Comment comment) {
    return comment.said().proposedText().orElse("");
  }

  static String language(Comment comment) {
    return comment.said().proposedTextLanguage().orElse(comment.said().language());
  }
}
