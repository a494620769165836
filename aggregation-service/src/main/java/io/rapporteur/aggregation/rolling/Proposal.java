package io.rapporteur.aggregation.rolling;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.HouseOrder.Filed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A proposed text with all who propose it, in the house order.
 *
 * @param id see {@link Normalized}; of a translation that of its original
 * @param text as the first of them wrote it, or as the secretariat translated it
 * @param language that it amends, or into which it was translated
 * @param comments that propose it
 * @param current whether one of them is on the version of the item that stands
 * @param original what was translated; empty if the text is as they wrote it
 */
public record Proposal(
    String id,
    String text,
    String language,
    List<Sponsor> sponsors,
    List<Comment> comments,
    boolean current,
    Optional<Original> original) {

  /** Copies the lists. */
  public Proposal {
    sponsors = List.copyOf(sponsors);
    comments = List.copyOf(comments);
  }

  /** What the first of them wrote, and in which language. */
  public record Original(String language, String text) {}

  /**
   * Identical texts together. A text on another language version stands as the secretariat's
   * translation of it, if there is one; it is not taken for one with a text that was written so.
   *
   * @param comments on one item, each proposing a text
   * @param version of the item that stands
   * @param page language of the rolling text
   */
  static List<Proposal> of(List<Comment> comments, int version, HouseOrder order, String page) {
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
    return identical.values().stream().map(each -> of(each, order, version, page)).toList();
  }

  private static Proposal of(List<Comment> identical, HouseOrder order, int version, String page) {
    Comment first = identical.getFirst();
    boolean current =
        identical.stream()
            .anyMatch(c -> c.recommendationVersion().map(v -> v == version).orElse(true));
    String text = text(first);
    String language = language(first);
    Optional<String> translation =
        language.equals(page)
            ? Optional.empty()
            : identical.stream().flatMap(each -> translation(each, page).stream()).findFirst();
    List<Sponsor> sponsors = sponsors(identical, order);
    return translation
        .map(
            translated ->
                new Proposal(
                    Normalized.id(language + ": " + text),
                    translated,
                    page,
                    sponsors.stream().map(Sponsor::byTranslation).toList(),
                    identical,
                    current,
                    Optional.of(new Original(language, text))))
        .orElseGet(
            () ->
                new Proposal(
                    Normalized.id(text),
                    text,
                    language,
                    sponsors,
                    identical,
                    current,
                    Optional.empty()));
  }

  private static Optional<String> translation(Comment comment, String page) {
    return comment.said().translations().stream()
        .filter(each -> each.language().equals(page))
        .flatMap(each -> each.added().flatMap(Content.Added::proposedText).stream())
        .findFirst();
  }

  /** All who propose one of these texts, each once; whoever wrote it so, by what it wrote. */
  static List<Sponsor> sponsorsOf(List<Proposal> proposals, HouseOrder order) {
    Set<String> wrote = new HashSet<>();
    List<Comment> comments = new ArrayList<>();
    for (Proposal proposal : proposals) {
      comments.addAll(proposal.comments());
      if (proposal.original().isEmpty()) {
        proposal.sponsors().forEach(sponsor -> wrote.add(sponsor.code()));
      }
    }
    return sponsors(comments, order).stream()
        .map(sponsor -> wrote.contains(sponsor.code()) ? sponsor : sponsor.byTranslation())
        .toList();
  }

  /** All who propose one of these, each once. */
  private static List<Sponsor> sponsors(List<Comment> comments, HouseOrder order) {
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
