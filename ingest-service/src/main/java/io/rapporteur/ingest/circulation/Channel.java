package io.rapporteur.ingest.circulation;

import java.util.Locale;

/** By which means a participant is told. */
public enum Channel {
  EMAIL,
  WEBHOOK;

  /** Its word, for instance {@code email}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
