package io.rapporteur.aggregation.kafka;

import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.meeting.kafka.MeetingTables;
import io.rapporteur.aggregation.redaction.kafka.RedactionTables;
import io.rapporteur.aggregation.secretariat.kafka.SecretariatTable;
import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.EditionCut;
import io.rapporteur.events.EditionEvent;
import io.rapporteur.events.EditionOpening;
import io.rapporteur.events.EditionReady;
import io.rapporteur.events.ParticipantEvent;
import io.rapporteur.events.ParticipationEvent;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.events.SecretariatEvent;
import io.rapporteur.schemas.access.RevokedTokens;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.schemas.log.Fold;
import io.rapporteur.schemas.log.ParticipantFolds;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewBatch;
import io.rapporteur.schemas.log.ViewReader;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import io.rapporteur.schemas.wording.Wordings;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.EditionMarker;
import io.rapporteur.states.NoticeKind;
import io.rapporteur.states.PublishedComment;
import io.rapporteur.states.PublishedNotice;
import io.rapporteur.states.PublishedRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The view that answers every query of the compilation. */
final class CompilationView {

  /** What the records of this view look like; another number rebuilds it. */
  static final String FORMAT = "8";

  final Table<ParticipantEvent> participants;

  /** Every card of each group, by {@code group/revision}. */
  final Table<ParticipantEvent> groups;

  final Table<RecommendationEvent> recommendations;

  /** What their versions said. */
  final Wordings wordings;

  /** Counted events, by {@code consultation/revision}. */
  final Table<ConsultationEvent> consultations;

  /** Counted revisions, by {@code consultation/comment/revision}. */
  final Table<CompiledComment> revisions;

  /** Published comments, by {@code consultation/edition/comment}. */
  final Table<PublishedRecord> published;

  /** Markers, by {@code consultation/edition}. */
  final Table<PublishedRecord> markers;

  /** Tokens that have been taken back. */
  final RevokedTokens revoked;

  /** What became of published comments since, by {@code consultation/edition/comment}. */
  final Table<PublishedRecord> notices;

  /** How editions are made, counted events by {@code consultation/edition/revision}. */
  final Table<EditionEvent> editionEvents;

  /** Counted acts that hand in several comments as one, by {@code participant/subject/revision}. */
  final Table<ParticipationEvent> participation;

  /** The meetings of consultations. */
  final MeetingTables meetings;

  /** What the secretariat has redacted. */
  final RedactionTables redactions;

  /** The work of the secretariat. */
  final SecretariatTable secretariat;

  /** Which editions are whole. */
  final WholeEditions whole = new WholeEditions(this);

  /** Comments that have changed and were not looked at yet, as {@code consultation/comment}. */
  final Set<String> changed = ConcurrentHashMap.newKeySet();

  /** Comments that are to be posted if they are posted as received, by the same. */
  final Set<String> received = ConcurrentHashMap.newKeySet();

  final ViewReader reader;

  CompilationView(ViewStore store, BrokerAccess access, SchemaIds ids) {
    participants = store.table("participant", ParticipantEvent.getClassSchema());
    groups = store.table("group", ParticipantEvent.getClassSchema());
    recommendations = store.table("recommendation", RecommendationEvent.getClassSchema());
    wordings = new Wordings(store);
    consultations = store.table("consultation", ConsultationEvent.getClassSchema());
    revisions = store.table("revision", CompiledComment.getClassSchema());
    published = store.table("published", PublishedRecord.getClassSchema());
    markers = store.table("marker", PublishedRecord.getClassSchema());
    notices = store.table("notice", PublishedRecord.getClassSchema());
    editionEvents = store.table("edition", EditionEvent.getClassSchema());
    participation = store.table("participation", ParticipationEvent.getClassSchema());
    revoked = new RevokedTokens(store);
    meetings = new MeetingTables(store, participants, consultations);
    redactions = new RedactionTables(store);
    secretariat = new SecretariatTable(store);
    reader =
        ViewReader.of("aggregation", Principal.AGGREGATION, access, ids, store)
            .fold(TopicCatalogue.PARTICIPANT_EVENTS, ParticipantFolds.into(participants, groups))
            .fold(TopicCatalogue.RECOMMENDATION_EVENTS, wordings.fold(recommendations))
            .fold(
                TopicCatalogue.CONSULTATION_EVENTS,
                CountedEvents.each(
                    consultations,
                    ConsultationEvent::getConsultation,
                    ConsultationEvent::getRevision))
            .fold(TopicCatalogue.COMPILED_COMMENTS, this::compiled)
            .fold(TopicCatalogue.PUBLISHED_COMMENTS, this::published)
            .fold(
                TopicCatalogue.EDITION_EVENTS,
                CountedEvents.each(
                    editionEvents,
                    event -> event.getConsultation() + "/" + event.getEdition(),
                    EditionEvent::getRevision))
            .fold(
                TopicCatalogue.PARTICIPATION_EVENTS,
                CountedEvents.each(
                    participation,
                    event -> event.getParticipant() + "/" + event.getSubject(),
                    ParticipationEvent::getRevision))
            .fold(TopicCatalogue.DECISION_EVENTS, meetings.fold())
            .fold(TopicCatalogue.SECRETARIAT_EVENTS, work())
            .fold(TopicCatalogue.REVOCATIONS, revoked.fold())
            .build();
  }

  /** Each of the two keeps its own; the first knows the place of an event. */
  private Fold<SecretariatEvent> work() {
    Fold<SecretariatEvent> redacted = redactions.fold(received::add);
    Fold<SecretariatEvent> done = secretariat.fold(redactions::placed, received::add);
    return (event, view) -> {
      redacted.apply(event, view);
      done.apply(event, view);
    };
  }

  /** The marker of an edition; empty until it is whole. */
  Optional<EditionMarker> marker(String consultation, String edition) {
    return markers
        .get(consultation + "/" + edition)
        .map(record -> (EditionMarker) record.getEntry());
  }

  /** Of which state of the log an edition is made; empty until that was said. */
  Optional<EditionCut> cut(String consultation, String edition) {
    return fact(consultation, edition, EditionCut.class);
  }

  /**
   * That an edition for participants is whole; see {@link WholeEditions} for whether it is here.
   */
  Optional<EditionReady> ready(String consultation, String edition) {
    return fact(consultation, edition, EditionReady.class);
  }

  /** That an edition for participants is written into the public topic. */
  Optional<EditionOpening> opening(String consultation, String edition) {
    return fact(consultation, edition, EditionOpening.class);
  }

  private <T> Optional<T> fact(String consultation, String edition, Class<T> kind) {
    return editionEvents.startingWith(consultation + "/" + edition + "/").stream()
        .filter(event -> event.getEdition().equals(edition))
        .map(EditionEvent::getFact)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  /** How many steps of the translations of a comment the editions hold that are whole. */
  int translationsInEditions(String consultation, String comment) {
    return whole
        .last(consultation)
        .map(cut -> secretariat.translations(comment, cut.getRedactionRanks()).size())
        .orElse(0);
  }

  /** What the secretariat did to texts until now. */
  Redactions done(String consultation) {
    return new Redactions(redactions.lines(consultation), secretariat::translations);
  }

  /** The counted revisions of every comment of a consultation, each in its order. */
  List<List<CompiledComment>> histories(String consultation) {
    Map<String, List<CompiledComment>> histories = new LinkedHashMap<>();
    revisions.each(
        consultation + "/",
        row ->
            histories
                .computeIfAbsent(row.value().getComment(), id -> new ArrayList<>())
                .add(row.value()));
    return List.copyOf(histories.values());
  }

  /** The counted revisions of one comment, in their order. */
  List<CompiledComment> history(String consultation, String comment) {
    return revisions.startingWith(consultation + "/" + comment + "/").stream()
        .filter(revision -> revision.getComment().equals(comment))
        .toList();
  }

  private void compiled(CompiledComment revision, ViewBatch view) {
    // A rebuild writes the same records again; they change nothing.
    view.put(
        revisions,
        CountedEvents.key(
            revision.getConsultation() + "/" + revision.getComment(), revision.getRevision()),
        revision);
    received.add(revision.getConsultation() + "/" + revision.getComment());
    if (revision.getRevision() > 1) {
      changed.add(revision.getConsultation() + "/" + revision.getComment());
    }
  }

  private void published(PublishedRecord record, ViewBatch view) {
    String edition = record.getConsultation() + "/" + record.getEdition();
    switch (record.getEntry()) {
      case PublishedComment comment -> {
        view.put(published, edition + "/" + comment.getComment().getComment(), record);
        if (record.getEdition().equals(Consultation.AS_RECEIVED)) {
          received.add(record.getConsultation() + "/" + comment.getComment().getComment());
        }
      }
      case EditionMarker marker -> view.put(markers, edition, record);
      case PublishedNotice notice -> {
        String comment = edition + "/" + notice.getComment();
        view.put(notices, comment, record);
        if (notice.getKind() == NoticeKind.WITHDRAWN) {
          view.delete(published, comment);
        }
      }
      default ->
          throw new IllegalStateException("entry: unknown (expected: comment, marker or notice)");
    }
  }
}
