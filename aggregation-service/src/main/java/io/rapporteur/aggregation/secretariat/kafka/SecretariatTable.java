package io.rapporteur.aggregation.secretariat.kafka;

import io.rapporteur.events.SecretariatEvent;
import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.schemas.log.Fold;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewStore;

/** The rows of the secretariat, as the view of the compilation keeps them. */
public final class SecretariatTable {

  /** Counted events, by {@code subject/revision}. */
  final Table<SecretariatEvent> events;

  /** Puts it into a view. */
  public SecretariatTable(ViewStore store) {
    this.events = store.table("secretariat", SecretariatEvent.getClassSchema());
  }

  /** How {@code secretariat.events.v1} is folded; what is redacted is kept elsewhere. */
  public Fold<SecretariatEvent> fold() {
    Fold<SecretariatEvent> work =
        CountedEvents.each(events, SecretariatEvent::getSubject, SecretariatEvent::getRevision);
    return (event, view) -> {
      if (SecretariatEvents.isWork(event)) {
        work.apply(event, view);
      }
    };
  }
}
