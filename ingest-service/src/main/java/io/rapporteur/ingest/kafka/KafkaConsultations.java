package io.rapporteur.ingest.kafka;

import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.ConsultationOpened;
import io.rapporteur.events.DeadlineExtended;
import io.rapporteur.events.EditionAudience;
import io.rapporteur.events.EditionOpened;
import io.rapporteur.events.EditionPublished;
import io.rapporteur.events.SightEnded;
import io.rapporteur.events.SightGranted;
import io.rapporteur.events.VisibilityPolicy;
import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.consultations.Audience;
import io.rapporteur.ingest.consultations.Change;
import io.rapporteur.ingest.consultations.Consultation;
import io.rapporteur.ingest.consultations.Consultation.Edition;
import io.rapporteur.ingest.consultations.Consultation.Sight;
import io.rapporteur.ingest.consultations.Consultations;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.topics.OpenEditions;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Consultations as events of {@code consultation.events.v1}. Thread-safe. */
public final class KafkaConsultations implements Consultations {

  private final IngestView view;
  private final EventLog<ConsultationEvent> log;

  /** Writes to the log, reads from the view. */
  public KafkaConsultations(IngestView view, EventLog<ConsultationEvent> log) {
    this.view = view;
    this.log = log;
  }

  @Override
  public Optional<Consultation> consultation(String id) {
    List<ConsultationEvent> events = view.consultations.startingWith(id + "/");
    return events.isEmpty() ? Optional.empty() : Optional.of(fold(events));
  }

  @Override
  public List<Consultation> all() {
    Collection<List<ConsultationEvent>> each =
        view.consultations.startingWith("").stream()
            .collect(
                Collectors.groupingBy(
                    ConsultationEvent::getConsultation, TreeMap::new, Collectors.toList()))
            .values();
    return each.stream().map(KafkaConsultations::fold).toList();
  }

  @Override
  public Decided append(String id, int revision, Change change, Request request) {
    view.await(
        List.of(
            log.append(
                id,
                ConsultationEvent.newBuilder()
                    .setConsultation(id)
                    .setRevision(revision + 1)
                    .setRequestId(request.id().value())
                    .setRequestDigest(request.digest())
                    .setOccurredAt(request.at())
                    .setBy(request.client())
                    .setFact(fact(change))
                    .build())));
    return earlier(id, request).orElse(Decided.OVERTAKEN);
  }

  @Override
  public Optional<Decided> earlier(String id, Request request) {
    return view.consultations.startingWith(id + "/").stream()
        .filter(event -> event.getRequestId().equals(request.id().value()))
        .findFirst()
        .map(event -> Decided.of(event.getRequestId(), event.getRequestDigest(), request));
  }

  @Override
  public boolean catchUp() {
    return view.reader().awaitEnd(List.of(TopicCatalogue.CONSULTATION_EVENTS), EventLog.PATIENCE);
  }

  private static Object fact(Change change) {
    return switch (change) {
      case Change.Open open ->
          new ConsultationOpened(
              open.titles(),
              open.documents(),
              open.round(),
              open.opensAt(),
              open.closesAt(),
              open.zone(),
              open.items(),
              open.asReceived() ? VisibilityPolicy.AS_RECEIVED : VisibilityPolicy.SEALED);
      case Change.Extend extend ->
          new DeadlineExtended(
              extend.participant().orElse(null), extend.closesAt(), extend.reason());
      case Change.Publish publish ->
          new EditionPublished(
              publish.edition(),
              publish.cutAt(),
              publish.reason().orElse(null),
              publish.corrects().orElse(null),
              EditionAudience.valueOf(publish.audience().name()));
      case Change.OpenEdition open -> new EditionOpened(open.edition(), open.reason().orElse(null));
      case Change.GrantSight grant ->
          new SightGranted(grant.role(), grant.until().orElse(null), grant.reason());
      case Change.EndSight end -> new SightEnded(end.role(), end.reason());
    };
  }

  private static Consultation fold(List<ConsultationEvent> events) {
    var opened = (ConsultationOpened) events.getFirst().getFact();
    Instant closesAt = opened.getClosesAt();
    Map<String, Instant> extendedFor = new HashMap<>();
    List<Edition> editions = new ArrayList<>();
    Set<String> open = OpenEditions.of(events);
    Map<String, Sight> sight = new HashMap<>();
    for (ConsultationEvent event : events) {
      switch (event.getFact()) {
        case DeadlineExtended forAll when forAll.getParticipant() == null ->
            closesAt = forAll.getClosesAt();
        case DeadlineExtended forOne ->
            extendedFor.put(forOne.getParticipant(), forOne.getClosesAt());
        case EditionPublished published ->
            editions.add(
                new Edition(
                    published.getEdition(),
                    published.getCutAt(),
                    Audience.valueOf(published.getAudience().name()),
                    open.contains(published.getEdition())));
        case SightGranted granted ->
            sight.put(
                granted.getRole(),
                new Sight(
                    Optional.ofNullable(granted.getUntil()),
                    granted.getReason(),
                    event.getOccurredAt(),
                    event.getBy()));
        case SightEnded ended -> sight.remove(ended.getRole());
        default -> {
          // The opening, and which editions are open, folded above.
        }
      }
    }
    return new Consultation(
        events.getFirst().getConsultation(),
        opened.getTitles(),
        opened.getDocuments(),
        opened.getItems(),
        opened.getRound(),
        opened.getOpensAt(),
        closesAt,
        opened.getZone(),
        extendedFor,
        editions,
        sight,
        opened.getVisibility() == VisibilityPolicy.AS_RECEIVED,
        events.getLast().getRevision());
  }
}
