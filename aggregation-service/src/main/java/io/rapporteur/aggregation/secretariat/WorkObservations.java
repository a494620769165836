package io.rapporteur.aggregation.secretariat;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Observation;
import io.rapporteur.aggregation.compilation.Observations;
import java.util.Optional;

/** Observations, out of the rows of the secretariat's work. Thread-safe. */
public final class WorkObservations implements Observations {

  private final Rows rows;

  /** Reads these. */
  public WorkObservations(Rows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<Observation> of(Comment comment, boolean prepared) {
    return Work.of(rows.row(comment.id())).seen(comment, prepared);
  }
}
