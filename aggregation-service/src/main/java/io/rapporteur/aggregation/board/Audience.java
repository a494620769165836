package io.rapporteur.aggregation.board;

import java.util.Locale;

/** To whom a board is opened, beside those who see everything. */
public enum Audience {
  /** Chair and rapporteur. */
  CHAIR,
  /** Delegations, Bureau, chair and rapporteur. */
  PARTICIPANTS,
  EVERYONE;

  /** The word in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
