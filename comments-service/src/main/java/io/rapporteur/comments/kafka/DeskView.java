package io.rapporteur.comments.kafka;

import io.rapporteur.events.AttachmentEvent;
import io.rapporteur.events.Author;
import io.rapporteur.events.CoSponsorInvited;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.events.CommentRevised;
import io.rapporteur.events.CommentSubmitted;
import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.DecisionEvent;
import io.rapporteur.events.ParticipantEvent;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.schemas.access.RevokedTokens;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.schemas.log.ParticipantFolds;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewBatch;
import io.rapporteur.schemas.log.ViewReader;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.revision.RevisionRule;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import io.rapporteur.schemas.wording.Wordings;
import java.util.List;
import java.util.Locale;

/**
 * The desk's view of the log: comments by id and revision, and what it must know of participants,
 * recommendations and consultations. Void events leave no trace in it.
 */
final class DeskView {

  /** What the records of this view look like; another number rebuilds it. */
  static final String FORMAT = "8";

  /** Counted revisions, by {@code comment/revision}. */
  final Table<CommentEvent> revisions;

  /** The last counted revision, by comment. */
  final Table<CommentEvent> current;

  /** Whose comments, by {@code participant/time of submission/comment}. */
  final Table<Author> owners;

  /** Who was asked to join, by {@code participant/comment}; who left is not taken out. */
  final Table<Author> asked;

  final Table<ParticipantEvent> participants;

  /** Every card of each group, by {@code group/revision}. */
  final Table<ParticipantEvent> groups;

  final Table<RecommendationEvent> recommendations;

  /** What their versions said. */
  final Wordings wordings;

  /** Counted events, by {@code consultation/revision}. */
  final Table<ConsultationEvent> consultations;

  /** Counted steps of meetings, by {@code consultation/revision}. */
  final Table<DecisionEvent> meetings;

  /** First counted events of attachments, by attachment. */
  final Table<AttachmentEvent> uploads;

  /** Last counted events of attachments, by attachment. */
  final Table<AttachmentEvent> attachments;

  /** Attachments without a verdict, by attachment. */
  final Table<AttachmentEvent> waiting;

  /**
   * Comments and acts of handing in that name an attachment or once named it, by {@code
   * attachment/comment} or {@code attachment/act}.
   */
  final Table<Author> naming;

  /** Comments that were handed in with a submission, by {@code submission/comment}. */
  final Table<Author> submissionComments;

  /** What was handed in as one act. */
  final ParticipationTables participation;

  /** Questions that are approved by silence. */
  final SilenceTables silences;

  /** What delegations prepare. */
  final DraftTables drafts;

  /** What everyone is told of all this. */
  final FeedTables feed;

  /** Where it is carried to. */
  final WebhookTables webhooks;

  /** Tokens that have been taken back. */
  final RevokedTokens revoked;

  final ViewReader reader;

  DeskView(ViewStore store, BrokerAccess access, SchemaIds ids) {
    revisions = store.table("revision", CommentEvent.getClassSchema());
    current = store.table("current", CommentEvent.getClassSchema());
    owners = store.table("owner", Author.getClassSchema());
    asked = store.table("asked", Author.getClassSchema());
    participants = store.table("participant", ParticipantEvent.getClassSchema());
    groups = store.table("group", ParticipantEvent.getClassSchema());
    recommendations = store.table("recommendation", RecommendationEvent.getClassSchema());
    wordings = new Wordings(store);
    consultations = store.table("consultation", ConsultationEvent.getClassSchema());
    meetings = store.table("meeting", DecisionEvent.getClassSchema());
    uploads = store.table("upload", AttachmentEvent.getClassSchema());
    attachments = store.table("attachment", AttachmentEvent.getClassSchema());
    waiting = store.table("attachment-waiting", AttachmentEvent.getClassSchema());
    naming = store.table("attachment-naming", Author.getClassSchema());
    drafts = new DraftTables(store);
    submissionComments = store.table("submission-comment", Author.getClassSchema());
    feed = new FeedTables(store);
    webhooks = new WebhookTables(store);
    participation = new ParticipationTables(store, naming, feed::participation);
    silences = new SilenceTables(store, feed);
    revoked = new RevokedTokens(store);
    reader =
        ViewReader.of("comments", Principal.COMMENTS, access, ids, store)
            .fold(TopicCatalogue.COMMENT_EVENTS, this::comment)
            .fold(TopicCatalogue.ATTACHMENT_EVENTS, this::attachment)
            .fold(TopicCatalogue.DRAFTS, drafts::fold)
            .fold(TopicCatalogue.PARTICIPATION_EVENTS, participation::fold)
            .fold(TopicCatalogue.SILENCE_EVENTS, silences::step)
            .fold(TopicCatalogue.OBJECTIONS, silences::objection)
            .fold(
                TopicCatalogue.CONSULTATION_EVENTS,
                CountedEvents.each(
                    consultations,
                    ConsultationEvent::getConsultation,
                    ConsultationEvent::getRevision,
                    feed::consultation))
            .fold(
                TopicCatalogue.RECOMMENDATION_EVENTS,
                wordings.fold(recommendations, feed::recommendation))
            .fold(TopicCatalogue.PARTICIPANT_EVENTS, ParticipantFolds.into(participants, groups))
            .fold(
                TopicCatalogue.DECISION_EVENTS,
                CountedEvents.each(
                    meetings, DecisionEvent::getConsultation, DecisionEvent::getRevision))
            .fold(TopicCatalogue.WEBHOOK_EVENTS, webhooks.fold())
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
    feed.comment(event, view);
    view.put(revisions, CountedEvents.key(id, event.getRevision()), event);
    CommentEvents.attachments(event)
        .forEach(a -> view.put(naming, a + "/" + id, event.getAuthor()));
    if (standing == RevisionRule.NOTHING) {
      view.put(owners, ownerKey(event), event.getAuthor());
      if (event.getSubmission() != null) {
        view.put(submissionComments, event.getSubmission() + "/" + id, event.getAuthor());
      }
    }
    for (Author coSponsor : invited(event)) {
      view.put(asked, coSponsor.getParticipant() + "/" + id, coSponsor);
    }
  }

  private static List<Author> invited(CommentEvent event) {
    return switch (event.getFact()) {
      case CommentSubmitted submitted -> submitted.getInvited();
      case CommentRevised revised -> revised.getInvited();
      case CoSponsorInvited invited -> List.of(invited.getCoSponsor());
      default -> List.of();
    };
  }

  private void attachment(AttachmentEvent event, ViewBatch view) {
    String id = event.getAttachment();
    int standing =
        view.get(attachments, id).map(AttachmentEvent::getRevision).orElse(RevisionRule.NOTHING);
    if (!RevisionRule.counts(standing, event.getRevision())) {
      return;
    }
    view.put(attachments, id, event);
    if (standing == RevisionRule.NOTHING) {
      view.put(uploads, id, event);
      view.put(waiting, id, event);
    } else {
      view.delete(waiting, id);
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
