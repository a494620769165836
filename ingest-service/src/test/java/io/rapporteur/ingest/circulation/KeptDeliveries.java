package io.rapporteur.ingest.circulation;

import io.rapporteur.ingest.circulation.Delivery.State;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Deliveries in memory, by the rule of the log: an event counts if its revision is the next. */
public class KeptDeliveries implements Deliveries {

  private final Map<String, Delivery> kept = new ConcurrentSkipListMap<>();

  /** All, ended ones included. */
  public List<Delivery> all() {
    return List.copyOf(kept.values());
  }

  @Override
  public Optional<Delivery> standing(Delivery delivery) {
    return Optional.ofNullable(kept.get(key(delivery)));
  }

  @Override
  public List<Delivery> open() {
    return kept.values().stream().filter(delivery -> !delivery.ended()).toList();
  }

  @Override
  public Page find(
      Optional<String> consultation, Optional<String> participant, String after, int limit) {
    List<Map.Entry<String, Delivery>> rows =
        kept.entrySet().stream()
            .filter(row -> consultation.map(row.getValue().consultation()::equals).orElse(true))
            .filter(row -> row.getKey().compareTo(after) > 0)
            .limit(limit)
            .toList();
    return new Page(
        rows.stream()
            .map(Map.Entry::getValue)
            .filter(delivery -> participant.map(delivery.participant()::equals).orElse(true))
            .toList(),
        rows.size() < limit ? Optional.empty() : Optional.of(rows.getLast().getKey()));
  }

  @Override
  public void makeDue(Collection<Delivery> due, Instant now) {
    due.forEach(
        delivery ->
            kept.putIfAbsent(key(delivery), next(delivery, delivery.tries(), delivery.state())));
  }

  @Override
  public Optional<Delivery> claim(Delivery delivery, Instant until, Instant now) {
    return count(next(delivery, delivery.tries() + 1, new State.Claimed(until)));
  }

  @Override
  public void sent(Delivery claimed, Instant now) {
    count(next(claimed, claimed.tries(), new State.Sent()));
  }

  @Override
  public void failed(Delivery claimed, String cause, Optional<Instant> nextTryAt, Instant now) {
    count(
        next(
            claimed,
            claimed.tries(),
            nextTryAt
                .<State>map(at -> new State.Due(at, Optional.of(cause)))
                .orElseGet(() -> new State.Failed(cause))));
  }

  @Override
  public long reached() {
    return kept.size();
  }

  @Override
  public boolean ready() {
    return true;
  }

  private Optional<Delivery> count(Delivery next) {
    Delivery now =
        kept.computeIfPresent(
            key(next),
            (key, standing) -> standing.revision() + 1 == next.revision() ? next : standing);
    return Optional.ofNullable(now).filter(standing -> standing == next);
  }

  private static Delivery next(Delivery delivery, int tries, State state) {
    return new Delivery(
        delivery.participant(),
        delivery.consultation(),
        delivery.occasion(),
        delivery.channel(),
        delivery.revision() + 1,
        tries,
        state);
  }

  private static String key(Delivery delivery) {
    return delivery.consultation() + "/" + delivery.participant() + "/" + delivery.id();
  }
}
