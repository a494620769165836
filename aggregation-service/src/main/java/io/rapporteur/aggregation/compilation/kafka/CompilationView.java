package io.rapporteur.aggregation.compilation.kafka;

import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.ParticipantEvent;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewBatch;
import io.rapporteur.schemas.log.ViewReader;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.revision.RevisionRule;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.EditionMarker;
import io.rapporteur.states.PublishedComment;
import io.rapporteur.states.PublishedRecord;
import java.util.Locale;

/** The view that answers every query of the compilation. */
final class CompilationView {

  /** What the records of this view look like; another number rebuilds it. */
  static final String FORMAT = "1";

  final Table<ParticipantEvent> participants;
  final Table<RecommendationEvent> recommendations;

  /** Counted events, by {@code consultation/revision}. */
  final Table<ConsultationEvent> consultations;

  /** Counted revisions, by {@code consultation/comment/revision}. */
  final Table<CompiledComment> revisions;

  /** Published comments, by {@code consultation/edition/comment}. */
  final Table<PublishedRecord> published;

  /** Markers, by {@code consultation/edition}. */
  final Table<PublishedRecord> markers;

  final ViewReader reader;

  CompilationView(ViewStore store, BrokerAccess access, SchemaIds ids) {
    participants = store.table("participant", ParticipantEvent.getClassSchema());
    recommendations = store.table("recommendation", RecommendationEvent.getClassSchema());
    consultations = store.table("consultation", ConsultationEvent.getClassSchema());
    revisions = store.table("revision", CompiledComment.getClassSchema());
    published = store.table("published", PublishedRecord.getClassSchema());
    markers = store.table("marker", PublishedRecord.getClassSchema());
    reader =
        ViewReader.of("aggregation", Principal.AGGREGATION, access, ids, store)
            .fold(TopicCatalogue.PARTICIPANT_EVENTS, this::participant)
            .fold(TopicCatalogue.RECOMMENDATION_EVENTS, this::recommendation)
            .fold(TopicCatalogue.CONSULTATION_EVENTS, this::consultation)
            .fold(TopicCatalogue.COMPILED_COMMENTS, this::compiled)
            .fold(TopicCatalogue.PUBLISHED_COMMENTS, this::published)
            .build();
  }

  static String numbered(String id, int revision) {
    return String.format(Locale.ROOT, "%s/%010d", id, revision);
  }

  private void compiled(CompiledComment revision, ViewBatch view) {
    // A rebuild writes the same records again; they change nothing.
    view.put(
        revisions,
        numbered(revision.getConsultation() + "/" + revision.getComment(), revision.getRevision()),
        revision);
  }

  private void published(PublishedRecord record, ViewBatch view) {
    String edition = record.getConsultation() + "/" + record.getEdition();
    switch (record.getEntry()) {
      case PublishedComment comment ->
          view.put(published, edition + "/" + comment.getComment().getComment(), record);
      case EditionMarker marker -> view.put(markers, edition, record);
      default -> throw new IllegalStateException("entry: unknown (expected: comment or marker)");
    }
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
