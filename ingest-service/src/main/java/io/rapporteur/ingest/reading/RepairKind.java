package io.rapporteur.ingest.reading;

import java.util.Locale;

/** Kinds of damage. */
public enum RepairKind {
  BULLET,
  LOST_DOUBLING,
  WRONG_LETTER,
  SPACES_IN_LABEL,
  PAGE_BREAK,
  FOOTNOTE_BETWEEN;

  /** The word in JSON and events, for instance {@code lost-doubling}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
