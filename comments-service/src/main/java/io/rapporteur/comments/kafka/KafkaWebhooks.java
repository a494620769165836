package io.rapporteur.comments.kafka;

import io.rapporteur.comments.feed.webhook.Change;
import io.rapporteur.comments.feed.webhook.Webhook;
import io.rapporteur.comments.feed.webhook.Webhook.EarlierSecret;
import io.rapporteur.comments.feed.webhook.Webhook.State;
import io.rapporteur.comments.feed.webhook.Webhooks;
import io.rapporteur.events.WebhookAct;
import io.rapporteur.events.WebhookCard;
import io.rapporteur.events.WebhookEvent;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Webhooks as events of {@code webhook.events.v1}, read back from the desk's own view. Two
 * instances that claim one write the same revision; the order of the partition picks the first.
 * Thread-safe.
 */
final class KafkaWebhooks implements Webhooks {

  private final DeskView view;
  private final EventLog<WebhookEvent> log;

  KafkaWebhooks(DeskView view, EventLog<WebhookEvent> log) {
    this.view = view;
    this.log = log;
  }

  @Override
  public Optional<Webhook> of(String participant) {
    return view.webhooks.current.get(participant).map(event -> change(event).after());
  }

  @Override
  public List<Webhook> all() {
    return view.webhooks.current.startingWith("").stream()
        .map(event -> change(event).after())
        .filter(Webhook::stands)
        .toList();
  }

  @Override
  public Optional<Change> madeBy(String participant, String requestId) {
    return view.webhooks
        .asked
        .get(WebhookTables.request(participant, requestId))
        .map(KafkaWebhooks::change);
  }

  @Override
  public boolean append(Change change) {
    WebhookEvent event = event(change);
    EventLog.Appended appended = log.append(event.getParticipant(), event);
    if (!view.reader.await(appended, EventLog.PATIENCE)) {
      throw new OutcomeUnknownException(
          "view: behind the log after " + EventLog.PATIENCE.toSeconds() + " s");
    }
    // Of a delegation, the act itself is looked for: a call may have followed already.
    return change.asked()
        ? madeBy(event.getParticipant(), change.requestId())
            .filter(made -> made.after().revision() == event.getRevision())
            .filter(made -> made.requestDigest().equals(change.requestDigest()))
            .isPresent()
        : view.webhooks
            .current
            .get(event.getParticipant())
            .filter(standing -> standing.getRequestId().equals(event.getRequestId()))
            .isPresent();
  }

  @Override
  public boolean catchUp() {
    return view.reader.awaitEnd(List.of(TopicCatalogue.WEBHOOK_EVENTS), EventLog.PATIENCE);
  }

  @Override
  public boolean ready() {
    return view.reader.ready();
  }

  @Override
  public long reached() {
    List<Topic> topics = new ArrayList<>(KafkaFeeds.TOPICS);
    topics.add(TopicCatalogue.WEBHOOK_EVENTS);
    return view.reader.progress(topics);
  }

  private static WebhookEvent event(Change change) {
    Webhook after = change.after();
    WebhookCard.Builder card =
        WebhookCard.newBuilder()
            .setUrl(after.url().toString())
            .setRegisteredAt(after.registeredAt())
            .setKey(after.key())
            .setSecret(after.secret())
            .setEarlierSecret(after.earlier().map(EarlierSecret::number).orElse(null))
            .setEarlierUntil(after.earlier().map(EarlierSecret::until).orElse(null))
            .setCursor(after.cursor())
            .setDeliveredAt(after.deliveredAt().orElse(null))
            .setFailures(after.failures())
            .setRemoved(false);
    switch (after.state()) {
      case State.Open open -> {
        // Nothing more to say.
      }
      case State.Claimed(var until) -> card.setClaimedUntil(until);
      case State.Retrying(String cause, var nextTryAt) ->
          card.setCause(cause).setNextTryAt(nextTryAt);
      case State.Stopped(String cause) -> card.setCause(cause);
      case State.Removed removed -> card.setRemoved(true);
    }
    return new WebhookEvent(
        after.participant(),
        after.revision(),
        change.requestId(),
        change.requestDigest(),
        change.at(),
        change.by(),
        WebhookAct.valueOf(change.kind().name()),
        card.build());
  }

  static Change change(WebhookEvent event) {
    WebhookCard card = event.getCard();
    Optional<EarlierSecret> earlier =
        Optional.ofNullable(card.getEarlierUntil())
            .flatMap(
                until ->
                    Optional.ofNullable(card.getEarlierSecret())
                        .map(number -> new EarlierSecret(number, until)));
    return new Change(
        new Webhook(
            event.getParticipant(),
            event.getRevision(),
            URI.create(card.getUrl()),
            card.getRegisteredAt(),
            card.getKey(),
            card.getSecret(),
            earlier,
            card.getCursor(),
            Optional.ofNullable(card.getDeliveredAt()),
            card.getFailures(),
            state(card)),
        Change.Kind.valueOf(event.getAct().name()),
        event.getRequestId(),
        event.getRequestDigest(),
        event.getOccurredAt(),
        event.getBy());
  }

  private static State state(WebhookCard card) {
    if (card.getRemoved()) {
      return new State.Removed();
    }
    var until = card.getClaimedUntil();
    if (until != null) {
      return new State.Claimed(until);
    }
    String cause = card.getCause();
    if (cause == null) {
      return new State.Open();
    }
    return Optional.ofNullable(card.getNextTryAt())
        .<State>map(at -> new State.Retrying(cause, at))
        .orElseGet(() -> new State.Stopped(cause));
  }
}
