package io.rapporteur.comments.kafka;

import io.rapporteur.events.Author;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.ParticipantEvent;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.schemas.access.RevokedTokens;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewBatch;
import io.rapporteur.schemas.log.ViewReader;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.revision.RevisionRule;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import io.rapporteur.schemas.wording.Wordings;
import java.util.Locale;

/**
 * The desk's view of the log: comments by id and revision, and what it must know of participants,
 * recommendations and consultations. Void events leave no trace in it.
 */
final class DeskView {

  /** What the records of this view look like; another number rebuilds it. */
  static final String FORMAT = "3";

  /** Counted revisions, by {@code comment/revision}. */
  final Table<CommentEvent> revisions;

  /** The last counted revision, by comment. */
  final Table<CommentEvent> current;

  /** The first revision, by comment. */
  final Table<CommentEvent> submissions;

  /** Whose comments, by {@code participant/time of submission/comment}. */
  final Table<Author> owners;

  final Table<ParticipantEvent> participants;
  final Table<RecommendationEvent> recommendations;

  /** What their versions said. */
  final Wordings wordings;

  /** Counted events, by {@code consultation/revision}. */
  final Table<ConsultationEvent> consultations;

  /** Tokens that have been taken back. */
  final RevokedTokens revoked;

  final ViewReader reader;

  DeskView(ViewStore store, BrokerAccess access, SchemaIds ids) {
    revisions = store.table("revision", CommentEvent.getClassSchema());
    current = store.table("current", CommentEvent.getClassSchema());
    submissions = store.table("submission", CommentEvent.getClassSchema());
    owners = store.table("owner", Author.getClassSchema());
    participants = store.table("participant", ParticipantEvent.getClassSchema());
    recommendations = store.table("recommendation", RecommendationEvent.getClassSchema());
    wordings = new Wordings(store);
    consultations = store.table("consultation", ConsultationEvent.getClassSchema());
    revoked = new RevokedTokens(store);
    reader =
        ViewReader.of("comments", Principal.COMMENTS, access, ids, store)
            .fold(TopicCatalogue.COMMENT_EVENTS, this::comment)
            .fold(
                TopicCatalogue.CONSULTATION_EVENTS,
                CountedEvents.each(
                    consultations,
                    ConsultationEvent::getConsultation,
                    ConsultationEvent::getRevision))
            .fold(TopicCatalogue.RECOMMENDATION_EVENTS, wordings.fold(recommendations))
            .fold(
                TopicCatalogue.PARTICIPANT_EVENTS,
                CountedEvents.last(
                    participants, ParticipantEvent::getParticipant, ParticipantEvent::getRevision))
            .fold(TopicCatalogue.REVOCATIONS, revoked.fold())
            .build();
  }

  private void comment(CommentEvent event, ViewBatch view) {
    String id = event.getComment();
    int standing =
        view.get(current, id).map(CommentEvent::getRevision).orElse(RevisionRule.NOTHING);
    if (!RevisionRule.counts(standing, event.getRevision())) {
      return;
    }
    view.put(current, id, event);
    view.put(revisions, CountedEvents.key(id, event.getRevision()), event);
    if (standing == RevisionRule.NOTHING) {
      view.put(submissions, id, event);
      view.put(owners, ownerKey(event), event.getAuthor());
    }
  }

  private static String ownerKey(CommentEvent first) {
    return String.format(
        Locale.ROOT,
        "%s/%015d/%s",
        first.getAuthor().getParticipant(),
        first.getReceivedAt().toEpochMilli(),
        first.getComment());
  }
}
