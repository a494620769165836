package io.rapporteur.aggregation.paper;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.Observation;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A comment under the names that are printed.
 *
 * @param participant name of its author
 * @param group full name of the group whose one voice it is
 * @param coSponsors names of those who joined it, in the house order
 * @param on for people: the item, the entry of the draft, or the document if the comment is general
 *     and there are several
 * @param lineage for people: what became since of the item that it is on, if that does not stand
 * @param observation of the secretariat, as far as the reader may see it
 * @param redline how the text that it proposes differs from the version that it addresses, computed
 *     when it is asked for; empty if it proposes none or there is nothing to compare with
 */
public record Entry(
    Comment comment,
    String participant,
    Optional<String> group,
    List<String> coSponsors,
    Optional<String> on,
    Optional<String> lineage,
    Optional<Observation> observation,
    Supplier<Optional<List<Stretch>>> redline) {

  private static final int SHORT = 1_200;
  private static final int PAGE = 3_000;

  /** Copies the co-sponsors. */
  public Entry {
    coSponsors = List.copyOf(coSponsors);
  }

  /** Whether it is so short that it stands on one page without leaving much of another empty. */
  public boolean isShort() {
    return length() < SHORT;
  }

  /** Whether a page holds all of it, if it begins there. */
  public boolean fitsOnPage() {
    return length() < PAGE;
  }

  private int length() {
    Content said = said();
    return said.text().length()
        + said.proposedText().map(String::length).orElse(0)
        + said.rationale().map(String::length).orElse(0)
        + said.quotation().map(String::length).orElse(0)
        + said.translations().stream().mapToInt(Content.Translation::length).sum()
        + observation.flatMap(Observation::text).map(String::length).orElse(0);
  }

  /**
   * What it is on, where no heading says it: of a general comment, and of one that came late and so
   * stands apart.
   */
  public Optional<String> beside() {
    boolean headed = comment.recommendation().or(comment::entry).isPresent();
    return on.filter(what -> !headed || comment.late());
  }

  /** How the secretariat disposes of it, in words; with the revision if a later one is shown. */
  public Optional<String> disposed(Words words) {
    return observation.map(
        seen ->
            Stream.of(
                    seen.disposition().map(word -> words.word("disposition." + word)),
                    Optional.of(seen)
                        .filter(o -> o.isOutdated(comment))
                        .map(o -> words.word("observation-of", Integer.toString(o.ofRevision()))))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" ")));
  }

  /** What the secretariat observes, in a language if it is there, else in the one that leads. */
  public Optional<Wording> observed(UnLanguage language) {
    return observation.flatMap(
        seen ->
            seen.text()
                .map(
                    text ->
                        Optional.ofNullable(seen.texts().get(language.tag()))
                            .map(further -> new Wording(language.tag(), further))
                            .orElseGet(
                                () -> new Wording(seen.language().orElse(language.tag()), text))));
  }

  /** What it says. */
  public Content said() {
    return comment.said();
  }
}
