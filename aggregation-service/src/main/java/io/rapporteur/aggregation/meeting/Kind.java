package io.rapporteur.aggregation.meeting;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be decided on an entry, and what may follow what. */
public enum Kind {
  /** It is under consideration. */
  OPENED,
  AGREED,
  /** Agreed subject to confirmation; to be confirmed or reopened before the list is adopted. */
  AGREED_AD_REFERENDUM,
  AGREED_AS_AMENDED,
  MERGED,
  SPLIT,
  NEW_FROM_THE_FLOOR,
  DEFERRED,
  NOT_AGREED,
  REOPENED;

  /** After these nothing is settled yet. */
  private static final Set<Kind> UNSETTLED =
      EnumSet.of(OPENED, NEW_FROM_THE_FLOOR, DEFERRED, REOPENED);

  /** The word in JSON, for instance {@code agreed-as-amended}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the text of the entry goes into the adopted list. */
  public boolean agreed() {
    return this == AGREED || this == AGREED_AS_AMENDED;
  }

  /** Whether the list can be adopted where this stands. */
  boolean endsTheMatter() {
    return agreed() || this == MERGED || this == SPLIT || this == DEFERRED || this == NOT_AGREED;
  }

  /** Whether an entry of which this stands is still settled by nothing. */
  static boolean unsettled(Optional<Kind> standing) {
    return standing.map(UNSETTLED::contains).orElse(true);
  }

  /** What may be decided where this stands; empty if nothing has been decided. */
  static Set<Kind> after(Optional<Kind> standing) {
    Set<Kind> next = EnumSet.of(REOPENED);
    if (unsettled(standing)) {
      next = EnumSet.complementOf(EnumSet.of(NEW_FROM_THE_FLOOR, REOPENED));
      standing.ifPresent(next::remove);
    }
    if (standing.filter(DEFERRED::equals).isPresent()) {
      next.add(DEFERRED);
      next.add(REOPENED);
    }
    if (standing.filter(AGREED_AD_REFERENDUM::equals).isPresent()) {
      next.add(AGREED);
    }
    return next;
  }
}
