package io.rapporteur.ingest.kafka;

import io.rapporteur.events.GroupRecorded;
import io.rapporteur.events.ParticipantEvent;
import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.groups.Group;
import io.rapporteur.ingest.groups.Groups;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Groups as events of {@code participant.events.v1}. Thread-safe. */
public final class KafkaGroups implements Groups {

  private final IngestView view;
  private final EventLog<ParticipantEvent> log;

  /** Writes to the log, reads from the view. */
  public KafkaGroups(IngestView view, EventLog<ParticipantEvent> log) {
    this.view = view;
    this.log = log;
  }

  @Override
  public List<Group> all() {
    Map<String, Group> last = new TreeMap<>();
    view.groups.startingWith("").forEach(event -> last.put(event.getParticipant(), group(event)));
    return List.copyOf(last.values());
  }

  @Override
  public Optional<Group> group(String code) {
    List<ParticipantEvent> events = view.groups.startingWith(code + "/");
    return events.isEmpty() ? Optional.empty() : Optional.of(group(events.getLast()));
  }

  @Override
  public Decided append(Group card, Request request) {
    view.await(
        List.of(
            log.append(
                card.code(),
                ParticipantEvent.newBuilder()
                    .setParticipant(card.code())
                    .setRevision(card.revision() + 1)
                    .setRequestId(request.id().value())
                    .setRequestDigest(request.digest())
                    .setOccurredAt(request.at())
                    .setBy(request.client())
                    .setFact(recorded(card))
                    .build())));
    return earlier(card.code(), request).orElse(Decided.OVERTAKEN);
  }

  @Override
  public Optional<Decided> earlier(String code, Request request) {
    return view.groups.startingWith(code + "/").stream()
        .filter(event -> event.getRequestId().equals(request.id().value()))
        .findFirst()
        .map(event -> Decided.of(event.getRequestId(), event.getRequestDigest(), request));
  }

  @Override
  public boolean catchUp() {
    return view.reader().awaitEnd(List.of(TopicCatalogue.PARTICIPANT_EVENTS), EventLog.PATIENCE);
  }

  private static GroupRecorded recorded(Group card) {
    return new GroupRecorded(
        card.names(),
        card.speakers().stream()
            .map(
                s ->
                    new io.rapporteur.events.Speaker(
                        s.participant(), s.from(), s.until().orElse(null), s.reference()))
            .toList());
  }

  private static Group group(ParticipantEvent event) {
    var card = (GroupRecorded) event.getFact();
    return new Group(
        event.getParticipant(),
        card.getNames(),
        card.getSpeakers().stream()
            .map(
                s ->
                    new Group.Speaker(
                        s.getParticipant(),
                        s.getFrom(),
                        Optional.ofNullable(s.getUntil()),
                        s.getReference()))
            .toList(),
        event.getRevision());
  }
}
