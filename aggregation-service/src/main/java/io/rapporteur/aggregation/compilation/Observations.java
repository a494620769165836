package io.rapporteur.aggregation.compilation;

import java.util.Optional;

/** The observations of the secretariat on comments. Implementations are thread-safe. */
@FunctionalInterface
public interface Observations {

  /** There are none. */
  Observations NONE = (comment, prepared) -> Optional.empty();

  /**
   * The observation on a comment, as far as it is on the text that is shown or on an earlier one.
   *
   * @param comment as it is shown
   * @param prepared whether the reader sees what has not been released
   */
  Optional<Observation> of(Comment comment, boolean prepared);
}
