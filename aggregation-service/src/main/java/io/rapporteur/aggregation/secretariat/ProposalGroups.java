package io.rapporteur.aggregation.secretariat;

import io.rapporteur.aggregation.rolling.Grouping;
import io.rapporteur.aggregation.rolling.Regroupings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Groups of proposed texts, as the secretariat said them. Thread-safe. */
public final class ProposalGroups implements Regroupings {

  private final Rows rows;

  /** Reads these. */
  public ProposalGroups(Rows rows) {
    this.rows = rows;
  }

  @Override
  public List<Regrouped> of(String recommendation, String language) {
    List<Regrouped> said = new ArrayList<>();
    for (Step step : rows.row(Subject.proposals(recommendation, language))) {
      if (step.fact() instanceof Step.Grouped grouped) {
        said.add(
            new Regrouped(step.number(), grouped.grouping(), grouped.texts(), grouped.threshold()));
      }
    }
    return said;
  }

  /** Groups texts; the last that is said of a text holds, so nothing stands in its way. */
  public static Function<List<Step>, Judgement> grouping(
      Grouping grouping, List<String> texts, double threshold) {
    return row -> new Judgement.Done(new Step.Grouped(grouping, texts, threshold));
  }
}
