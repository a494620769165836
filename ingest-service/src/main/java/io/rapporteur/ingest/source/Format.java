package io.rapporteur.ingest.source;

import java.util.Locale;

/** Formats of files that a report can be read from. */
public enum Format {
  TEXT,
  PDF,
  DOCX,
  HTML;

  /** The word in JSON and events, for instance {@code docx}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
