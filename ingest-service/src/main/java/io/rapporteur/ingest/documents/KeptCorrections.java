package io.rapporteur.ingest.documents;

import java.time.Instant;
import java.util.List;

/**
 * Corrections that were made in one act.
 *
 * @param by client that made them
 */
public record KeptCorrections(List<Correction> corrections, String reason, String by, Instant at) {

  /** Copies the list. */
  public KeptCorrections {
    corrections = List.copyOf(corrections);
  }
}
