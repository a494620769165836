package io.rapporteur.aggregation.redaction;

import io.rapporteur.aggregation.redaction.RedactionStep.Lifted;
import io.rapporteur.aggregation.redaction.RedactionStep.Redacted;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The edition with which others read what has been redacted, lifted or translated: a corrigendum of
 * the last one. None is needed for a text that they never read. Pure.
 *
 * @param name a free one, for instance {@code Corr.2}
 * @param corrects name of the last edition
 */
public record NeededEdition(String name, String corrects) {

  private static final String CORRIGENDUM = "Corr.";

  /**
   * The edition that a line needs.
   *
   * @param known how many of its steps they know
   * @param editions names of all, in their order
   * @param texts that they read or did, as {@code comment/revision}
   */
  public static Optional<NeededEdition> of(
      RedactionLine line, int known, List<String> editions, Set<String> texts) {
    return of(
        line.steps().stream()
            .filter(step -> step.revision() > known)
            .flatMap(step -> text(line, step).stream())
            .map(text -> line.comment() + "/" + text),
        editions,
        texts);
  }

  /**
   * The edition that changes need.
   *
   * @param changed texts in which something has changed that they do not know, as {@code
   *     comment/revision}
   * @param editions names of all, in their order
   * @param texts that they read or did, by the same
   */
  public static Optional<NeededEdition> of(
      Stream<String> changed, List<String> editions, Set<String> texts) {
    return changed.anyMatch(texts::contains) && !editions.isEmpty()
        ? Optional.of(new NeededEdition(free(editions), editions.getLast()))
        : Optional.empty();
  }

  private static Optional<Integer> text(RedactionLine line, RedactionStep step) {
    return switch (step.fact()) {
      case Redacted redacted -> Optional.of(redacted.text());
      case Lifted lifted ->
          line.made().stream()
              .filter(made -> made.number() == lifted.redaction())
              .map(made -> made.redacted().text())
              .findFirst();
    };
  }

  private static String free(List<String> editions) {
    int number = 1;
    while (editions.contains(CORRIGENDUM + number)) {
      number++;
    }
    return CORRIGENDUM + number;
  }
}
