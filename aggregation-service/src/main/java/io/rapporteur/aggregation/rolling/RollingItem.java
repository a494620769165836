package io.rapporteur.aggregation.rolling;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.rolling.Labels.Label;
import io.rapporteur.aggregation.rolling.Regroupings.Regrouped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An item in the rolling text of a language, made of comments as they stand. Nothing that is
 * proposed is left out: what cannot stand in the brackets is listed beside them.
 *
 * @param text in that language; empty if the item is not there in it
 * @param pieces the text with what is proposed on the version that stands; none without a text
 * @param proposed texts in that language, or translated into it by the secretariat
 * @param others texts that amend versions in other languages
 * @param compared whether near-duplicates were looked for; not if there are too many texts
 */
public record RollingItem(
    Item item,
    String language,
    Optional<String> text,
    List<Piece> pieces,
    List<Proposed> proposed,
    List<Proposal> others,
    boolean compared) {

  /** Copies the lists. */
  public RollingItem {
    pieces = List.copyOf(pieces);
    proposed = List.copyOf(proposed);
    others = List.copyOf(others);
  }

  /**
   * A proposed text under its label.
   *
   * @param near label that it shares with others
   */
  public record Proposed(Proposal proposal, Optional<Near> near) {}

  /**
   * A label of near-duplicates.
   *
   * @param label the same for all texts that share it, and for no other of the item
   * @param bySecretariat whether the secretariat said so
   * @param threshold of the groups: the one that is computed with, or the one that was recorded
   *     with what the secretariat said
   */
  public record Near(String label, boolean bySecretariat, double threshold) {}

  /**
   * Makes one.
   *
   * @param comments on the item, as far as the reader sees them
   * @param order of the language of the names
   * @param regrouped what the secretariat said of the texts
   * @param threshold from which texts are near-duplicates, from 0 to 1
   */
  public static RollingItem of(
      Item item,
      String language,
      List<Comment> comments,
      HouseOrder order,
      List<Regrouped> regrouped,
      double threshold) {
    List<Proposal> inLanguage = new ArrayList<>();
    List<Proposal> others = new ArrayList<>();
    List<Comment> proposing =
        comments.stream().filter(c -> c.said().proposedText().isPresent()).toList();
    for (Proposal proposal : Proposal.of(proposing, item.version(), order, language)) {
      (proposal.language().equals(language) ? inLanguage : others).add(proposal);
    }
    Optional<String> text = Optional.ofNullable(item.texts().get(language));
    Map<String, Label> labels = Labels.of(inLanguage, regrouped, threshold, language);
    List<Proposal> current = inLanguage.stream().filter(Proposal::current).toList();
    return new RollingItem(
        item,
        language,
        text,
        text.map(stands -> Bracketing.of(stands, language, current, order)).orElse(List.of()),
        inLanguage.stream()
            .map(
                proposal -> {
                  Optional<Label> label = Optional.ofNullable(labels.get(proposal.id()));
                  return new Proposed(
                      proposal,
                      label.map(l -> new Near(l.name(), l.bySecretariat(), l.threshold())));
                })
            .toList(),
        others,
        inLanguage.size() <= Labels.MOST);
  }

  /** The text with its brackets; empty if the item is not there in the language. */
  public Optional<String> bracketed() {
    return text.map(stands -> Brackets.written(pieces, language));
  }
}
