package io.rapporteur.ingest.kafka;

import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.DeliveryEvent;
import io.rapporteur.events.DocumentEvent;
import io.rapporteur.events.ParticipantEvent;
import io.rapporteur.events.ParticipantRecorded;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.schemas.access.Revocations;
import io.rapporteur.schemas.access.RevokedTokens;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.EventLog.Appended;
import io.rapporteur.schemas.log.Fold;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import io.rapporteur.schemas.log.ParticipantFolds;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewReader;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import java.util.Collection;

/** The view of ingest on its own events. Void events leave no trace in it. */
public final class IngestView {

  /** What the records of this view look like; another number rebuilds it. */
  public static final String FORMAT = "6";

  final Table<ParticipantEvent> participants;

  /** Every card of each participant, by {@code participant/revision}. */
  final Table<ParticipantEvent> participantEvents;

  /** Every card of each group, by {@code group/revision}. */
  final Table<ParticipantEvent> groups;

  /** Counted events, by {@code document/revision}. */
  final Table<DocumentEvent> documents;

  final Table<RecommendationEvent> recommendations;

  /** Counted events, by {@code consultation/revision}. */
  final Table<ConsultationEvent> consultations;

  /** The last counted event of each delivery, by {@link DeliveryFold#key}. */
  final Table<DeliveryEvent> deliveries;

  /** Of these, those that have not ended. */
  final Table<DeliveryEvent> openDeliveries;

  /** Who did what at the doors of all services. */
  final ActTables acts;

  private final RevokedTokens revoked;
  private final ViewReader reader;

  /** Describes the view; {@link #reader()} is not yet started. */
  public IngestView(ViewStore store, BrokerAccess access, SchemaIds ids) {
    participants = store.table("participant", ParticipantEvent.getClassSchema());
    participantEvents = store.table("participant-event", ParticipantEvent.getClassSchema());
    groups = store.table("group", ParticipantEvent.getClassSchema());
    documents = store.table("document", DocumentEvent.getClassSchema());
    recommendations = store.table("recommendation", RecommendationEvent.getClassSchema());
    consultations = store.table("consultation", ConsultationEvent.getClassSchema());
    deliveries = store.table("delivery", DeliveryEvent.getClassSchema());
    openDeliveries = store.table("open-delivery", DeliveryEvent.getClassSchema());
    acts = new ActTables(store);
    revoked = new RevokedTokens(store);
    reader =
        ViewReader.of("ingest", Principal.INGEST, access, ids, store)
            .fold(TopicCatalogue.PARTICIPANT_EVENTS, participantFold())
            .fold(
                TopicCatalogue.DOCUMENT_EVENTS,
                CountedEvents.each(
                    documents, DocumentEvent::getDocument, DocumentEvent::getRevision))
            .fold(
                TopicCatalogue.RECOMMENDATION_EVENTS,
                CountedEvents.last(
                    recommendations,
                    RecommendationEvent::getRecommendation,
                    RecommendationEvent::getRevision))
            .fold(
                TopicCatalogue.CONSULTATION_EVENTS,
                CountedEvents.each(
                    consultations,
                    ConsultationEvent::getConsultation,
                    ConsultationEvent::getRevision))
            .fold(TopicCatalogue.DELIVERY_EVENTS, new DeliveryFold(deliveries, openDeliveries))
            .fold(TopicCatalogue.INGEST_ACTS, acts::fold)
            .fold(TopicCatalogue.COMMENTS_ACTS, acts::fold)
            .fold(TopicCatalogue.AGGREGATION_ACTS, acts::fold)
            .fold(TopicCatalogue.IDENTITY_ACTS, acts::fold)
            .fold(TopicCatalogue.REVOCATIONS, revoked.fold())
            .build();
  }

  /** What feeds the view. */
  public ViewReader reader() {
    return reader;
  }

  /** Tokens that have been taken back. */
  public Revocations revocations() {
    return revoked;
  }

  /** Waits until the view holds what was just appended. */
  void await(Collection<Appended> appended) {
    for (Appended each : appended) {
      if (!reader.await(each, EventLog.PATIENCE)) {
        throw new OutcomeUnknownException(
            "view: behind the log after " + EventLog.PATIENCE.toSeconds() + " s");
      }
    }
  }

  private Fold<ParticipantEvent> participantFold() {
    Fold<ParticipantEvent> cards = ParticipantFolds.into(participants, groups);
    Fold<ParticipantEvent> each =
        CountedEvents.each(
            participantEvents, ParticipantEvent::getParticipant, ParticipantEvent::getRevision);
    return (event, batch) -> {
      cards.apply(event, batch);
      if (event.getFact() instanceof ParticipantRecorded) {
        each.apply(event, batch);
      }
    };
  }
}
