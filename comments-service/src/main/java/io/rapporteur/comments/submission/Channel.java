package io.rapporteur.comments.submission;

import java.util.Locale;

/** By which way something reached the secretariat that was not handed in through the desk. */
public enum Channel {
  NOTE_VERBALE,
  LETTER,
  EMAIL,
  HAND;

  /** The word in JSON, for instance {@code note-verbale}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
