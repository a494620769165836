package io.rapporteur.aggregation.translation;

import io.rapporteur.aggregation.compilation.Content.Added;
import io.rapporteur.aggregation.compilation.Content.Translation;
import io.rapporteur.aggregation.secretariat.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the secretariat has translated of the texts of one comment: the fold of its row. A
 * translation is of one text, and never shown with another. Immutable.
 */
public final class Translated {

  private final int revision;
  private final Map<Text, Step> last = new TreeMap<>();

  private Translated(List<Step> row) {
    this.revision = row.isEmpty() ? 0 : row.getLast().number();
    row.forEach(step -> text(step).ifPresent(text -> last.put(text, step)));
  }

  /** What stands after the steps of a row. */
  public static Translated of(List<Step> row) {
    return new Translated(row);
  }

  /** A text in a language; {@code of} is the revision of the comment that made it. */
  private record Text(int of, String language) implements Comparable<Text> {

    @Override
    public int compareTo(Text other) {
      return of == other.of ? language.compareTo(other.language) : Integer.compare(of, other.of);
    }
  }

  /**
   * A translation that stands.
   *
   * @param step revision of the row that made it
   * @param by client id
   */
  public record Standing(int step, Instant at, String by, Step.TranslationMade made) {}

  /** The revision of the row; 0 while nothing has been done. */
  public int revision() {
    return revision;
  }

  /** The last step on a text in a language; 0 if there was none. */
  int last(int of, String language) {
    return Optional.ofNullable(last.get(new Text(of, language))).map(Step::number).orElse(0);
  }

  /** The translation of a text into a language that stands. */
  public Optional<Standing> standing(int of, String language) {
    return Optional.ofNullable(last.get(new Text(of, language))).flatMap(Translated::standing);
  }

  /** What stands of a text, by language. */
  public SortedMap<String, Standing> standing(int of) {
    SortedMap<String, Standing> standing = new TreeMap<>();
    last.forEach(
        (text, step) -> {
          if (text.of() == of) {
            standing(step).ifPresent(there -> standing.put(text.language(), there));
          }
        });
    return standing;
  }

  /**
   * The translations of a text as they are shown with it.
   *
   * @param redaction number of the last redaction of the text that stands; 0 if none does. One that
   *     does not leave it out is withheld from those who read marks
   */
  public List<Translation> shown(int of, int redaction) {
    return standing(of).values().stream()
        .map(Standing::made)
        .map(
            made ->
                new Translation(
                    made.language(),
                    made.text(),
                    Translation.SECRETARIAT,
                    Optional.of(
                        new Added(
                            made.proposedText(), made.rationale(), made.leavesOut() < redaction))))
        .toList();
  }

  private static Optional<Standing> standing(Step step) {
    return step.fact() instanceof Step.TranslationMade made
        ? Optional.of(new Standing(step.number(), step.at(), step.by(), made))
        : Optional.empty();
  }

  private static Optional<Text> text(Step step) {
    return switch (step.fact()) {
      case Step.TranslationMade made -> Optional.of(new Text(made.of(), made.language()));
      case Step.TranslationTakenBack(int of, String language) ->
          Optional.of(new Text(of, language));
      default -> Optional.empty();
    };
  }
}
