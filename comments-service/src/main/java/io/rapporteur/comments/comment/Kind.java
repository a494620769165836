package io.rapporteur.comments.comment;

import java.util.Locale;

/** What a comment is about. */
public enum Kind {
  SUBSTANTIVE,
  TECHNICAL,
  EDITORIAL,
  TRANSLATION;

  /** The word in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
