package io.rapporteur.ingest.consultations;

import java.util.Locale;

/** For whom an edition is published. */
public enum Audience {
  /** Whoever asks. */
  EVERYONE,
  /** All who sign in, until it is opened to everyone. */
  PARTICIPANTS;

  /** Its word, for instance {@code participants}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
