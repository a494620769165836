package io.rapporteur.ingest.documents;

import java.time.Instant;
import java.util.Optional;

/** When documents were read, as the log tells. Implementations are thread-safe. */
@FunctionalInterface
public interface ReadingTimes {

  /** The times of a document as it stood at a revision; empty if there is none. */
  Optional<Times> of(String document, int revision);

  /**
   * The times of a reading.
   *
   * @param read when the file was read; of a document loaded anew, the last one
   * @param changed when the reading became as it stands: read, or corrected last
   */
  record Times(Instant read, Instant changed) {}
}
