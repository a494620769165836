package io.rapporteur.ingest.kafka;

import io.rapporteur.events.ParticipantClass;
import io.rapporteur.events.ParticipantEvent;
import io.rapporteur.events.ParticipantName;
import io.rapporteur.events.ParticipantRecorded;
import io.rapporteur.events.RegionalGroup;
import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.participants.Participant;
import io.rapporteur.ingest.participants.Participant.Name;
import io.rapporteur.ingest.participants.Participants;
import io.rapporteur.ingest.participants.Recorded;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Participants as events of {@code participant.events.v1}. Thread-safe. */
public final class KafkaParticipants implements Participants {

  private final IngestView view;
  private final EventLog<ParticipantEvent> log;

  /** Writes to the log, reads from the view. */
  public KafkaParticipants(IngestView view, EventLog<ParticipantEvent> log) {
    this.view = view;
    this.log = log;
  }

  @Override
  public List<Participant> all() {
    return view.participants.startingWith("").stream().map(KafkaParticipants::participant).toList();
  }

  @Override
  public Optional<Participant> participant(String code) {
    return view.participants.get(code).map(KafkaParticipants::participant);
  }

  @Override
  public void record(List<Participant> cards, Request request) {
    Map<String, ParticipantEvent> events = new LinkedHashMap<>();
    for (Participant card : cards) {
      int standing =
          view.participants.get(card.code()).map(ParticipantEvent::getRevision).orElse(0);
      events.put(card.code(), event(card, standing + 1, request));
    }
    view.await(log.append(events));
  }

  @Override
  public Optional<Recorded> recorded(String code) {
    return view.participants
        .get(code)
        .map(event -> new Recorded(participant(event), event.getRevision(), event.getBy()));
  }

  @Override
  public Decided append(Participant card, int standing, Request request) {
    view.await(List.of(log.append(card.code(), event(card, standing + 1, request))));
    return earlier(card.code(), request).orElse(Decided.OVERTAKEN);
  }

  @Override
  public Optional<Decided> earlier(String code, Request request) {
    return view.participantEvents.startingWith(code + "/").stream()
        .filter(event -> event.getRequestId().equals(request.id().value()))
        .findFirst()
        .map(event -> Decided.of(event.getRequestId(), event.getRequestDigest(), request));
  }

  @Override
  public boolean catchUp() {
    return view.reader().awaitEnd(List.of(TopicCatalogue.PARTICIPANT_EVENTS), EventLog.PATIENCE);
  }

  private static ParticipantEvent event(Participant card, int made, Request request) {
    return ParticipantEvent.newBuilder()
        .setParticipant(card.code())
        .setRevision(made)
        .setRequestId(request.id().value())
        .setRequestDigest(request.digest())
        .setOccurredAt(request.at())
        .setBy(request.client())
        .setFact(recorded(card))
        .build();
  }

  private static ParticipantRecorded recorded(Participant card) {
    Map<String, ParticipantName> names = new HashMap<>();
    card.names()
        .forEach(
            (language, name) ->
                names.put(language, new ParticipantName(name.shortName(), name.formal())));
    return ParticipantRecorded.newBuilder()
        .setParticipantClass(ParticipantClass.valueOf(constant(card.participantClass())))
        .setRegionalGroup(
            card.regionalGroup() == null
                ? null
                : RegionalGroup.valueOf(constant(card.regionalGroup())))
        .setAdmittedAs(card.admittedAs())
        .setNames(names)
        .setValidFrom(card.validFrom())
        .build();
  }

  private static Participant participant(ParticipantEvent event) {
    var card = (ParticipantRecorded) event.getFact();
    Map<String, Name> names = new HashMap<>();
    card.getNames()
        .forEach(
            (language, name) -> names.put(language, new Name(name.getShort$(), name.getFormal())));
    return new Participant(
        event.getParticipant(),
        word(card.getParticipantClass()),
        card.getRegionalGroup() == null ? null : word(card.getRegionalGroup()),
        card.getAdmittedAs(),
        names,
        card.getValidFrom());
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
