package io.rapporteur.ingest.kafka;

import io.rapporteur.events.DeliveryChannel;
import io.rapporteur.events.DeliveryClaimed;
import io.rapporteur.events.DeliveryDue;
import io.rapporteur.events.DeliveryEvent;
import io.rapporteur.events.DeliveryFailed;
import io.rapporteur.events.DeliveryOccasion;
import io.rapporteur.events.DeliverySent;
import io.rapporteur.ingest.circulation.Channel;
import io.rapporteur.ingest.circulation.Deliveries;
import io.rapporteur.ingest.circulation.Delivery;
import io.rapporteur.ingest.circulation.Delivery.State;
import io.rapporteur.ingest.circulation.Occasion;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.Table.Row;
import io.rapporteur.schemas.revision.CanonicalJson;
import io.rapporteur.schemas.revision.RequestId;
import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Deliveries as events of {@code delivery.events.v1}. Two instances that claim the next try write
 * the same revision; the order of the partition picks the first, and each reads back which it was.
 * Thread-safe.
 */
public final class KafkaDeliveries implements Deliveries {

  private static final List<Topic> TOPICS =
      List.of(
          TopicCatalogue.CONSULTATION_EVENTS,
          TopicCatalogue.DECISION_EVENTS,
          TopicCatalogue.DELIVERY_EVENTS);
  private static final String EVERYONE = "circulation";

  private final IngestView view;
  private final EventLog<DeliveryEvent> log;
  private final String instance;

  /**
   * Writes to the log, reads from the view.
   *
   * @param instance a name that no other instance and no other start has
   */
  public KafkaDeliveries(IngestView view, EventLog<DeliveryEvent> log, String instance) {
    this.view = view;
    this.log = log;
    this.instance = instance;
  }

  @Override
  public Optional<Delivery> standing(Delivery delivery) {
    return view.deliveries.get(key(delivery)).map(KafkaDeliveries::delivery);
  }

  @Override
  public List<Delivery> open() {
    return view.openDeliveries.startingWith("").stream().map(KafkaDeliveries::delivery).toList();
  }

  @Override
  public Page find(
      Optional<String> consultation, Optional<String> participant, String after, int limit) {
    String start =
        consultation.map(c -> c + "/" + participant.map(p -> p + "/").orElse("")).orElse("");
    List<Row<DeliveryEvent>> rows = view.deliveries.page(start, after, limit);
    return new Page(
        rows.stream()
            .map(row -> delivery(row.value()))
            .filter(d -> participant.map(d.participant()::equals).orElse(true))
            .toList(),
        rows.size() < limit ? Optional.empty() : Optional.of(rows.getLast().key()));
  }

  @Override
  public void makeDue(Collection<Delivery> due, Instant now) {
    // One batch holds one event of a key: deliveries of one participant go into several.
    List<Map<String, DeliveryEvent>> batches = new ArrayList<>();
    for (Delivery delivery : due) {
      DeliveryEvent event =
          event(
              delivery,
              RequestId.of(EVERYONE, delivery.id()),
              now,
              new DeliveryDue(delivery.occasion().happenedAt()));
      batches.stream()
          .filter(batch -> !batch.containsKey(delivery.participant()))
          .findFirst()
          .orElseGet(
              () -> {
                batches.add(new HashMap<>());
                return batches.getLast();
              })
          .put(delivery.participant(), event);
    }
    batches.forEach(batch -> view.await(log.append(batch)));
  }

  @Override
  public Optional<Delivery> claim(Delivery delivery, Instant until, Instant now) {
    DeliveryEvent claim =
        event(delivery, own(delivery), now, new DeliveryClaimed(delivery.tries() + 1, until));
    append(claim);
    return view.deliveries
        .get(key(delivery))
        .filter(standing -> standing.getRevision() == claim.getRevision())
        .filter(standing -> standing.getRequestId().equals(claim.getRequestId()))
        .map(KafkaDeliveries::delivery);
  }

  @Override
  public void sent(Delivery claimed, Instant now) {
    append(event(claimed, own(claimed), now, new DeliverySent(claimed.tries())));
  }

  @Override
  public void failed(Delivery claimed, String cause, Optional<Instant> nextTryAt, Instant now) {
    append(
        event(
            claimed,
            own(claimed),
            now,
            new DeliveryFailed(claimed.tries(), cause, nextTryAt.orElse(null))));
  }

  @Override
  public long reached() {
    return view.reader().progress(TOPICS);
  }

  @Override
  public boolean ready() {
    return view.reader().ready();
  }

  private void append(DeliveryEvent event) {
    view.await(List.of(log.append(event.getParticipant(), event)));
  }

  /** No other instance has it, nor this one for another step. */
  private RequestId own(Delivery delivery) {
    return RequestId.of(instance, delivery.id() + "/" + (delivery.revision() + 1));
  }

  private DeliveryEvent event(Delivery delivery, RequestId request, Instant now, Object fact) {
    Occasion occasion = delivery.occasion();
    Map<String, Object> told = new TreeMap<>();
    told.put("consultation", delivery.consultation());
    told.put("participant", delivery.participant());
    told.put("occasion", occasion.name());
    told.put("channel", delivery.channel().word());
    return DeliveryEvent.newBuilder()
        .setDelivery(delivery.id())
        .setParticipant(delivery.participant())
        .setConsultation(delivery.consultation())
        .setOccasion(DeliveryOccasion.valueOf(occasion.kind().name()))
        .setHappenedAt(occasion.happenedAt())
        .setClosesAt(occasion.closesAt().orElse(null))
        .setEdition(occasion.edition().orElse(null))
        .setDraftVersion(occasion.draftVersion().orElse(null))
        .setChannel(DeliveryChannel.valueOf(delivery.channel().name()))
        .setRevision(delivery.revision() + 1)
        .setRequestId(request.value())
        .setRequestDigest(CanonicalJson.digest(told))
        .setOccurredAt(now)
        .setBy(instance)
        .setFact(fact)
        .build();
  }

  private static String key(Delivery delivery) {
    return DeliveryFold.key(delivery.consultation(), delivery.participant(), delivery.id());
  }

  private static Delivery delivery(DeliveryEvent event) {
    var occasion =
        new Occasion(
            Occasion.Kind.valueOf(event.getOccasion().name()),
            event.getHappenedAt(),
            Optional.ofNullable(event.getClosesAt()),
            Optional.ofNullable(event.getEdition()),
            Optional.ofNullable(event.getDraftVersion()));
    int tries =
        switch (event.getFact()) {
          case DeliveryClaimed claimed -> claimed.getTries();
          case DeliverySent sent -> sent.getTries();
          case DeliveryFailed failed -> failed.getTries();
          default -> 0;
        };
    State state =
        switch (event.getFact()) {
          case DeliveryDue due -> new State.Due(due.getFirstTryAt(), Optional.empty());
          case DeliveryClaimed claimed -> new State.Claimed(claimed.getUntil());
          case DeliverySent sent -> new State.Sent();
          case DeliveryFailed failed when failed.getNextTryAt() == null ->
              new State.Failed(failed.getCause());
          case DeliveryFailed failed ->
              new State.Due(failed.getNextTryAt(), Optional.of(failed.getCause()));
          default -> throw new IllegalStateException("fact: of no known kind");
        };
    return new Delivery(
        event.getParticipant(),
        event.getConsultation(),
        occasion,
        Channel.valueOf(event.getChannel().name()),
        event.getRevision(),
        tries,
        state);
  }
}
