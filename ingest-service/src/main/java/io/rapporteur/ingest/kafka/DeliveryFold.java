package io.rapporteur.ingest.kafka;

import io.rapporteur.events.DeliveryEvent;
import io.rapporteur.events.DeliveryFailed;
import io.rapporteur.events.DeliverySent;
import io.rapporteur.schemas.log.Fold;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewBatch;
import io.rapporteur.schemas.revision.RevisionRule;

/**
 * Keeps the last counted event of each delivery, and a list of those that have not ended, so that a
 * pass does not read all that ever was.
 */
final class DeliveryFold implements Fold<DeliveryEvent> {

  private final Table<DeliveryEvent> deliveries;
  private final Table<DeliveryEvent> open;

  DeliveryFold(Table<DeliveryEvent> deliveries, Table<DeliveryEvent> open) {
    this.deliveries = deliveries;
    this.open = open;
  }

  @Override
  public void apply(DeliveryEvent event, ViewBatch view) {
    String key = key(event.getConsultation(), event.getParticipant(), event.getDelivery());
    int current =
        view.get(deliveries, key).map(DeliveryEvent::getRevision).orElse(RevisionRule.NOTHING);
    if (!RevisionRule.counts(current, event.getRevision())) {
      return;
    }
    view.put(deliveries, key, event);
    if (ends(event)) {
      view.delete(open, key);
    } else {
      view.put(open, key, event);
    }
  }

  private static boolean ends(DeliveryEvent event) {
    return switch (event.getFact()) {
      case DeliverySent sent -> true;
      case DeliveryFailed failed -> failed.getNextTryAt() == null;
      default -> false;
    };
  }

  /** Consultation first, since that is what the secretariat asks for. */
  static String key(String consultation, String participant, String delivery) {
    return consultation + "/" + participant + "/" + delivery;
  }
}
