package io.rapporteur.comments.comment;

import java.util.Locale;

/**
 * The position that a participant states. {@link #NOT_STATED} is what it is when none was given:
 * never inferred.
 */
public enum Position {
  SUPPORT,
  SUPPORT_WITH_CHANGES,
  RESERVE,
  OBJECT,
  NO_COMMENT,
  NOT_STATED;

  /** The word in JSON, for instance {@code support-with-changes}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
