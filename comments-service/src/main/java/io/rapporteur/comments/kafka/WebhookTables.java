package io.rapporteur.comments.kafka;

import io.rapporteur.comments.feed.webhook.Change;
import io.rapporteur.events.WebhookEvent;
import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.schemas.log.Fold;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewStore;

/** The webhooks of participants, as the desk's view keeps them. */
final class WebhookTables {

  /** The last counted event, by participant. */
  final Table<WebhookEvent> current;

  /** Counted acts of delegations, by {@code participant/request}. */
  final Table<WebhookEvent> asked;

  WebhookTables(ViewStore store) {
    current = store.table("webhook", WebhookEvent.getClassSchema());
    asked = store.table("webhook-asked", WebhookEvent.getClassSchema());
  }

  Fold<WebhookEvent> fold() {
    return CountedEvents.last(
        current,
        WebhookEvent::getParticipant,
        WebhookEvent::getRevision,
        (event, view) -> {
          Change change = KafkaWebhooks.change(event);
          if (change.asked()) {
            view.put(asked, request(event.getParticipant(), event.getRequestId()), event);
          }
        });
  }

  static String request(String participant, String requestId) {
    return participant + "/" + requestId;
  }
}
