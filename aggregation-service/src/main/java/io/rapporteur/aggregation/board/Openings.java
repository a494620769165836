package io.rapporteur.aggregation.board;

import java.util.Optional;

/** Which boards are open to others than those who see everything. Thread-safe. */
@FunctionalInterface
public interface Openings {

  /** The opening of the board of a consultation that stands; empty if it is closed. */
  Optional<Opening> of(String consultation);
}
