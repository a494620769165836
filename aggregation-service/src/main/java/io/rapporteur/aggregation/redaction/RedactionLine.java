package io.rapporteur.aggregation.redaction;

import io.rapporteur.aggregation.compilation.Redaction;
import io.rapporteur.aggregation.redaction.RedactionStep.Lifted;
import io.rapporteur.aggregation.redaction.RedactionStep.Redacted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has been redacted in a comment and lifted again, in the order of the log. Immutable.
 *
 * @param steps that count, in their order
 */
public record RedactionLine(String consultation, String comment, List<RedactionStep> steps) {

  /** Copies the steps. */
  public RedactionLine {
    steps = List.copyOf(steps);
  }

  /**
   * A redaction with what became of it.
   *
   * @param redacted what it says
   * @param lifted the step that lifted it; empty while it stands
   */
  public record Made(RedactionStep step, Redacted redacted, Optional<RedactionStep> lifted) {

    /** The number that it is called by: the revision of the line that it made. */
    public int number() {
      return step.revision();
    }
  }

  /** The revision of the line; 0 while nothing has been done. */
  public int revision() {
    return steps.isEmpty() ? 0 : steps.getLast().revision();
  }

  /** All that has been redacted, in its order. */
  public List<Made> made() {
    Map<Integer, Made> made = new LinkedHashMap<>();
    for (RedactionStep step : steps) {
      switch (step.fact()) {
        case Redacted redacted ->
            made.put(step.revision(), new Made(step, redacted, Optional.empty()));
        case Lifted lifted ->
            made.computeIfPresent(
                lifted.redaction(),
                (number, before) -> new Made(before.step(), before.redacted(), Optional.of(step)));
      }
    }
    return List.copyOf(made.values());
  }

  /** A redaction that stands. */
  public Optional<Made> standing(int number) {
    return made().stream()
        .filter(each -> each.number() == number && each.lifted().isEmpty())
        .findFirst();
  }

  /** What is redacted in each text, by the revision that made it. */
  public Map<Integer, List<Redaction>> byText() {
    Map<Integer, List<Redaction>> byText = new LinkedHashMap<>();
    for (Made each : made()) {
      if (each.lifted().isEmpty()) {
        byText
            .computeIfAbsent(each.redacted().text(), text -> new ArrayList<>())
            .add(new Redaction(each.redacted().reason(), each.redacted().stretches()));
      }
    }
    return byText;
  }

  /** The number of the last redaction of a text that stands; 0 if none does. */
  public int last(int text) {
    return made().stream()
        .filter(each -> each.lifted().isEmpty() && each.redacted().text() == text)
        .mapToInt(Made::number)
        .max()
        .orElse(0);
  }

  /** The step that a request made. */
  Optional<RedactionStep> madeBy(String requestId) {
    return steps.stream().filter(step -> step.requestId().equals(requestId)).findFirst();
  }
}
