package io.rapporteur.comments.feed;

import java.util.Locale;

/**
 * What entries come from, one topic each. A cursor counts in this order: a new source is put last,
 * and so is whatever is told one day of events that were told of nobody before; else counts that
 * are out would mean something else.
 */
public enum Source {
  COMMENTS,
  PARTICIPATION,
  CONSULTATIONS,
  RECOMMENDATIONS,
  SILENCE,
  MEETINGS;

  /** Partitions of each topic, as the catalogue has them. */
  public static final int PARTITIONS = 12;

  /** The word in the id of an entry. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
