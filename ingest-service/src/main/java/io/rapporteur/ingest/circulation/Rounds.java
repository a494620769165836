package io.rapporteur.ingest.circulation;

import java.util.List;
import java.util.Optional;

/** Consultations with their history, as the log tells. Implementations are thread-safe. */
public interface Rounds {

  /** All, by id. */
  List<Round> all();

  /** The one of an id. */
  Optional<Round> round(String consultation);
}
