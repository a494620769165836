package io.rapporteur.ingest.reading;

import io.rapporteur.ingest.source.Refusal;

/** What comes of reading a file: a reading, or all that stands against it. */
public sealed interface ReadingResult {

  /** The report was read. */
  record Read(Reading reading) implements ReadingResult {}

  /** The file cannot be opened, or read as the report that the manifest describes. */
  record Refused(Refusal refusal) implements ReadingResult {}
}
