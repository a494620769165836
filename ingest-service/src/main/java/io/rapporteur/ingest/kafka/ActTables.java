package io.rapporteur.ingest.kafka;

import io.rapporteur.events.ActNoted;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewBatch;
import io.rapporteur.schemas.log.ViewStore;
import java.time.Instant;
import java.util.Locale;

/** The trail of acts, the latest first, as the view of ingest keeps it. */
final class ActTables {

  /** What the secretariat is shown, by {@link #place}. */
  final Table<ActNoted> shown;

  /** All acts of delegations, by {@code participant/place}. */
  final Table<ActNoted> ofDelegations;

  ActTables(ViewStore store) {
    shown = store.table("act", ActNoted.getClassSchema());
    ofDelegations = store.table("act-of", ActNoted.getClassSchema());
  }

  void fold(ActNoted act, ViewBatch view) {
    String place = place(act);
    if (!act.getWithin()) {
      view.put(shown, place, act);
    }
    if (act.getParticipant() != null) {
      view.put(ofDelegations, act.getParticipant() + "/" + place, act);
    }
  }

  /** The later, the smaller. */
  static String place(ActNoted act) {
    return before(act.getNotedAt()) + "/" + act.getAct();
  }

  /** The beginning of the places of an instant. */
  static String before(Instant at) {
    return String.format(Locale.ROOT, "%019d", Long.MAX_VALUE - at.toEpochMilli());
  }
}
