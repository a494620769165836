package io.rapporteur.comments.draft;

import java.util.Locale;

/** Where a draft stands on its way through a delegation. */
public enum Stage {
  DRAFTING,
  IN_REVIEW,
  RETURNED,
  RELEASED,
  MERGED,
  SUBMITTED,
  DISCARDED;

  /** The word in JSON, for instance {@code in-review}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether people still work on it. */
  public boolean live() {
    return this == DRAFTING || this == IN_REVIEW || this == RETURNED || this == RELEASED;
  }
}
