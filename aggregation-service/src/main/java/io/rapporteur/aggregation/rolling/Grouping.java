package io.rapporteur.aggregation.rolling;

import java.util.Locale;

/** How the secretariat groups proposed texts. */
public enum Grouping {
  /** Under one label. */
  JOINED,
  /** Each on its own. */
  PARTED,
  /** As computed. */
  COMPUTED;

  /** The word in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
