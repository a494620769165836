package io.rapporteur.aggregation.rolling.paper;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.paper.Part;
import io.rapporteur.aggregation.paper.TranslatedText;
import io.rapporteur.aggregation.paper.Wording;
import io.rapporteur.aggregation.paper.Words;
import io.rapporteur.aggregation.rolling.Proposal;
import io.rapporteur.aggregation.rolling.RollingItem;
import io.rapporteur.aggregation.rolling.RollingItem.Near;
import io.rapporteur.aggregation.rolling.RollingItem.Proposed;
import io.rapporteur.aggregation.rolling.Sponsor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is proposed on an item, below it; nothing of it is left out. */
final class ProposalParts {

  private final Words words;
  private final HouseOrder order;

  /**
   * In these words.
   *
   * @param order whose names are printed
   */
  ProposalParts(Words words, HouseOrder order) {
    this.words = words;
    this.order = order;
  }

  Part of(RollingItem rolling) {
    List<Part.Said> said = new ArrayList<>();
    boolean inBrackets = rolling.proposed().stream().anyMatch(each -> each.proposal().current());
    rolling
        .bracketed()
        .filter(text -> inBrackets)
        .ifPresent(
            text ->
                said.add(
                    new Part.Said(
                        words.word("rolling.bracketed"), new Wording(rolling.language(), text))));
    rolling.proposed().forEach(each -> said.addAll(proposed(each)));
    for (Proposal other : rolling.others()) {
      said.add(pending(other));
      other.comments().forEach(comment -> said.addAll(courtesies(comment, rolling.language())));
    }
    return new Part.Point(Optional.empty(), "", List.of(), facts(rolling), said);
  }

  private List<String> facts(RollingItem rolling) {
    List<String> facts = new ArrayList<>();
    if (rolling.proposed().isEmpty() && rolling.others().isEmpty()) {
      facts.add(words.word("rolling.none"));
    } else if (rolling.text().isEmpty()) {
      facts.add(words.word("rolling.no-text"));
    }
    if (!rolling.compared()) {
      facts.add(words.word("rolling.not-compared"));
    }
    return facts;
  }

  /** Of one that is a translation, what they wrote stands below. */
  private List<Part.Said> proposed(Proposed proposed) {
    Proposal proposal = proposed.proposal();
    List<String> heading = new ArrayList<>();
    heading.add(words.word("rolling.proposed", names(proposal)));
    if (!proposal.current()) {
      heading.add(words.word("rolling.earlier"));
    }
    proposed.near().map(this::near).ifPresent(heading::add);
    if (proposal.original().isPresent()) {
      heading.add(
          words.word("translation.secretariat.proposed", words.tongue(proposal.language())));
    }
    var text =
        new Part.Said(
            String.join(Part.BETWEEN, heading), new Wording(proposal.language(), proposal.text()));
    return proposal
        .original()
        .map(
            wrote ->
                List.of(
                    text,
                    new Part.Said(
                        words.original(wrote.language()),
                        new Wording(wrote.language(), wrote.text()))))
        .orElse(List.of(text));
  }

  private String near(Near near) {
    return words.word(
        near.bySecretariat() ? "rolling.near.secretariat" : "rolling.near",
        near.label(),
        words.number(near.threshold()));
  }

  private Part.Said pending(Proposal proposal) {
    return new Part.Said(
        String.join(
            Part.BETWEEN,
            words.word("rolling.proposed", names(proposal)),
            words.original(proposal.language()),
            words.word("rolling.pending")),
        new Wording(proposal.language(), proposal.text()));
  }

  /** They are of the comment, not of the text that it proposes. */
  private List<Part.Said> courtesies(Comment comment, String language) {
    String of =
        words.word(
            "rolling.comment", order.name(comment.onBehalfOf().orElse(comment.participant())));
    return TranslatedText.of(comment.said(), words).stream()
        .filter(translation -> translation.language().equals(language))
        .map(
            translation ->
                new Part.Said(
                    String.join(Part.BETWEEN, of, translation.label()),
                    new Wording(translation.language(), translation.text())))
        .toList();
  }

  private String names(Proposal proposal) {
    return String.join(
        words.word("between"), proposal.sponsors().stream().map(Sponsor::name).toList());
  }
}
