package io.rapporteur.ingest.kafka;

import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.DocumentEvent;
import io.rapporteur.events.ParticipantEvent;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.EventLog.Appended;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewBatch;
import io.rapporteur.schemas.log.ViewReader;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.revision.RevisionRule;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import java.util.Collection;
import java.util.Locale;

/** The view of ingest on its own events. Void events leave no trace in it. */
public final class IngestView {

  /** What the records of this view look like; another number rebuilds it. */
  public static final String FORMAT = "1";

  final Table<ParticipantEvent> participants;
  final Table<DocumentEvent> documents;
  final Table<RecommendationEvent> recommendations;

  /** Counted events, by {@code consultation/revision}. */
  final Table<ConsultationEvent> consultations;

  private final ViewReader reader;

  /** Describes the view; {@link #reader()} is not yet started. */
  public IngestView(ViewStore store, BrokerAccess access, SchemaIds ids) {
    participants = store.table("participant", ParticipantEvent.getClassSchema());
    documents = store.table("document", DocumentEvent.getClassSchema());
    recommendations = store.table("recommendation", RecommendationEvent.getClassSchema());
    consultations = store.table("consultation", ConsultationEvent.getClassSchema());
    reader =
        ViewReader.of("ingest", Principal.INGEST, access, ids, store)
            .fold(TopicCatalogue.PARTICIPANT_EVENTS, this::participant)
            .fold(TopicCatalogue.DOCUMENT_EVENTS, this::document)
            .fold(TopicCatalogue.RECOMMENDATION_EVENTS, this::recommendation)
            .fold(TopicCatalogue.CONSULTATION_EVENTS, this::consultation)
            .build();
  }

  /** What feeds the view. */
  public ViewReader reader() {
    return reader;
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

  static String numbered(String id, int revision) {
    return String.format(Locale.ROOT, "%s/%010d", id, revision);
  }

  private void participant(ParticipantEvent event, ViewBatch view) {
    int standing =
        view.get(participants, event.getParticipant())
            .map(ParticipantEvent::getRevision)
            .orElse(RevisionRule.NOTHING);
    if (RevisionRule.counts(standing, event.getRevision())) {
      view.put(participants, event.getParticipant(), event);
    }
  }

  private void document(DocumentEvent event, ViewBatch view) {
    int standing =
        view.get(documents, event.getDocument())
            .map(DocumentEvent::getRevision)
            .orElse(RevisionRule.NOTHING);
    if (RevisionRule.counts(standing, event.getRevision())) {
      view.put(documents, event.getDocument(), event);
    }
  }

  private void recommendation(RecommendationEvent event, ViewBatch view) {
    int standing =
        view.get(recommendations, event.getRecommendation())
            .map(RecommendationEvent::getRevision)
            .orElse(RevisionRule.NOTHING);
    if (RevisionRule.counts(standing, event.getRevision())) {
      view.put(recommendations, event.getRecommendation(), event);
    }
  }

  private void consultation(ConsultationEvent event, ViewBatch view) {
    String id = event.getConsultation();
    int made = event.getRevision();
    boolean taken = view.get(consultations, numbered(id, made)).isPresent();
    boolean follows =
        made == RevisionRule.NOTHING + 1
            || view.get(consultations, numbered(id, made - 1)).isPresent();
    if (!taken && follows && RevisionRule.counts(made - 1, made)) {
      view.put(consultations, numbered(id, made), event);
    }
  }
}
