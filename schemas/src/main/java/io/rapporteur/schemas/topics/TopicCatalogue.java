package io.rapporteur.schemas.topics;

import static io.rapporteur.schemas.topics.Principal.AGGREGATION;
import static io.rapporteur.schemas.topics.Principal.COMMENTS;
import static io.rapporteur.schemas.topics.Principal.IDENTITY;
import static io.rapporteur.schemas.topics.Principal.INGEST;
import static io.rapporteur.schemas.topics.Principal.PUBLIC;
import static io.rapporteur.schemas.topics.Principal.SECRETARIAT;
import static io.rapporteur.schemas.topics.Topic.Cleanup.COMPACT;
import static io.rapporteur.schemas.topics.Topic.Cleanup.KEEP_FOR_EVER;
import static io.rapporteur.schemas.topics.Topic.Cleanup.PURGE_WHEN_READ;

import io.rapporteur.events.AccountEvent;
import io.rapporteur.events.ActNoted;
import io.rapporteur.events.AttachmentEvent;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.DecisionEvent;
import io.rapporteur.events.DeliveryEvent;
import io.rapporteur.events.DocumentEvent;
import io.rapporteur.events.EditionEvent;
import io.rapporteur.events.ParticipantEvent;
import io.rapporteur.events.ParticipationEvent;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.events.SecretariatEvent;
import io.rapporteur.events.SilenceEvent;
import io.rapporteur.events.WebhookEvent;
import io.rapporteur.schemas.topics.Topic.Cleanup;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.DraftRecord;
import io.rapporteur.states.FoldedComment;
import io.rapporteur.states.LogPlace;
import io.rapporteur.states.ObjectionCard;
import io.rapporteur.states.PublishedRecord;
import io.rapporteur.states.RecommendationTally;
import io.rapporteur.states.TallyChange;
import io.rapporteur.states.TokensRevoked;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * All topics of the product. A new kind of fact gets its row here before its code; names, keys and
 * partition counts are API and never change. Topics are created from here, with their access rules,
 * and never by the broker of its own accord.
 */
public final class TopicCatalogue {

  private static final int EVENT_PARTITIONS = 12;

  public static final Topic PARTICIPANT_EVENTS =
      events(
          "participant.events.v1",
          "Who may comment: class, regional group, printed names.",
          "participant code",
          ParticipantEvent.getClassSchema(),
          INGEST,
          INGEST,
          COMMENTS,
          AGGREGATION,
          IDENTITY,
          SECRETARIAT);

  public static final Topic DOCUMENT_EVENTS =
      events(
          "document.events.v1",
          "Documents loaded and how they were read.",
          "document id",
          DocumentEvent.getClassSchema(),
          INGEST,
          INGEST,
          SECRETARIAT);

  public static final Topic RECOMMENDATION_EVENTS =
      events(
          "recommendation.events.v1",
          "Preliminary conclusions and recommendations, one by one.",
          "recommendation id",
          RecommendationEvent.getClassSchema(),
          INGEST,
          INGEST,
          COMMENTS,
          AGGREGATION,
          SECRETARIAT);

  public static final Topic CONSULTATION_EVENTS =
      events(
          "consultation.events.v1",
          "Consultations: opening, extensions, editions, who may see sealed comments.",
          "consultation id",
          ConsultationEvent.getClassSchema(),
          INGEST,
          INGEST,
          COMMENTS,
          AGGREGATION,
          SECRETARIAT);

  public static final Topic DELIVERY_EVENTS =
      events(
          "delivery.events.v1",
          "Circulation: who is told of what, and how it went.",
          "participant code",
          DeliveryEvent.getClassSchema(),
          INGEST,
          INGEST,
          SECRETARIAT);

  public static final Topic COMMENT_EVENTS =
      events(
          "comment.events.v1",
          "Comments as handed in, revised, withdrawn.",
          "comment id",
          CommentEvent.getClassSchema(),
          COMMENTS,
          COMMENTS,
          AGGREGATION,
          SECRETARIAT);

  public static final Topic PARTICIPATION_EVENTS =
      events(
          "participation.events.v1",
          "What participants hand in as one act, and what is decided on it.",
          "participant code",
          ParticipationEvent.getClassSchema(),
          COMMENTS,
          COMMENTS,
          AGGREGATION,
          SECRETARIAT);

  public static final Topic SILENCE_EVENTS =
      events(
          "silence.events.v1",
          "Silence procedures: questions, whom they reached, how they ended; not who objected.",
          "question id",
          SilenceEvent.getClassSchema(),
          COMMENTS,
          COMMENTS,
          SECRETARIAT);

  public static final Topic OBJECTIONS =
      state(
          "objection.state.v1",
          "Who objected in a silence procedure, and why; for the desk alone.",
          "question id/objection id",
          ObjectionCard.getClassSchema(),
          EVENT_PARTITIONS,
          COMMENTS,
          COMMENTS);

  public static final Topic ATTACHMENT_EVENTS =
      events(
          "attachment.events.v1",
          "Files that participants upload, and their verdicts; the bytes are kept elsewhere.",
          "attachment id",
          AttachmentEvent.getClassSchema(),
          COMMENTS,
          COMMENTS);

  public static final Topic WEBHOOK_EVENTS =
      events(
          "webhook.events.v1",
          "Webhooks of feeds: where each participant has its own called, and how far it has been"
              + " told. No secret.",
          "participant code",
          WebhookEvent.getClassSchema(),
          COMMENTS,
          COMMENTS);

  public static final Topic DRAFTS =
      state(
          "draft.state.v1",
          "What delegations prepare: drafts, version by version, plans of handing in, and reports"
              + " of imports. The first save of a version wins.",
          "draft id/version/save, partitioned by draft id; participant code/act/save for a plan,"
              + " partitioned by participant code; import id/save/part for a report, partitioned by"
              + " import id",
          DraftRecord.getClassSchema(),
          EVENT_PARTITIONS,
          COMMENTS,
          COMMENTS);

  public static final Topic COMPILED_COMMENTS =
      state(
          "compiled-comment.state.v1",
          "One immutable record per counted revision of a comment; the highest is current.",
          "comment id/revision, partitioned by comment id",
          CompiledComment.getClassSchema(),
          EVENT_PARTITIONS,
          AGGREGATION,
          AGGREGATION,
          SECRETARIAT);

  public static final Topic RECOMMENDATION_TALLIES =
      state(
          "recommendation-tally.state.v1",
          "Comments received per recommendation, by stated position: not a vote.",
          "recommendation id",
          RecommendationTally.getClassSchema(),
          EVENT_PARTITIONS,
          AGGREGATION,
          SECRETARIAT);

  public static final Topic PUBLISHED_COMMENTS =
      state(
          "published-comment.state.v1",
          "What the public may read, a marker per edition, and notices of what became of a comment"
              + " since.",
          "comment id; comment id/as-received where comments are posted as received; comment"
              + " id/notice for a revision since; consultation id/edition for a marker",
          PublishedRecord.getClassSchema(),
          1,
          AGGREGATION,
          AGGREGATION,
          SECRETARIAT,
          PUBLIC);

  public static final Topic EDITION_EVENTS =
      events(
          "edition.events.v1",
          "Of which state of the comments an edition is made; that one for participants is whole,"
              + " and that it is opened.",
          "consultation id/edition",
          EditionEvent.getClassSchema(),
          AGGREGATION,
          AGGREGATION,
          SECRETARIAT);

  public static final Topic DECISION_EVENTS =
      events(
          "decision.events.v1",
          "Meetings: consolidated drafts, decisions, statements, adopted lists.",
          "consultation id",
          DecisionEvent.getClassSchema(),
          AGGREGATION,
          INGEST,
          COMMENTS,
          AGGREGATION,
          SECRETARIAT);

  public static final Topic SECRETARIAT_EVENTS =
      events(
          "secretariat.events.v1",
          "Work of the secretariat: observations, dispositions, notes, assignments, tags,"
              + " redactions, courtesy translations; boards opened; groups of proposed texts.",
          "comment id; redaction/comment id; translation/comment id; board/consultation id;"
              + " rolling/recommendation id/language",
          SecretariatEvent.getClassSchema(),
          AGGREGATION,
          AGGREGATION,
          SECRETARIAT);

  public static final Topic ACCOUNT_EVENTS =
      events(
          "account.events.v1",
          "Accounts and their hashed secrets; for the issuer alone.",
          "holder: delegation/participant code, or a role",
          AccountEvent.getClassSchema(),
          IDENTITY,
          IDENTITY);

  public static final Topic REVOCATIONS =
      state(
          "revocation.state.v1",
          "Tokens that are not believed any more; every door looks here.",
          "account id/revision",
          TokensRevoked.getClassSchema(),
          EVENT_PARTITIONS,
          IDENTITY,
          INGEST,
          COMMENTS,
          AGGREGATION);

  /** What was done at the doors of each service: one topic for each, since each has one writer. */
  public static final Topic INGEST_ACTS = acts(INGEST);

  public static final Topic COMMENTS_ACTS = acts(COMMENTS);
  public static final Topic AGGREGATION_ACTS = acts(AGGREGATION);
  public static final Topic IDENTITY_ACTS = acts(IDENTITY);

  /** Topics that other programs may rely on. */
  public static final List<Topic> CONTRACT =
      List.of(
          PARTICIPANT_EVENTS,
          DOCUMENT_EVENTS,
          RECOMMENDATION_EVENTS,
          CONSULTATION_EVENTS,
          DELIVERY_EVENTS,
          COMMENT_EVENTS,
          PARTICIPATION_EVENTS,
          SILENCE_EVENTS,
          OBJECTIONS,
          ATTACHMENT_EVENTS,
          WEBHOOK_EVENTS,
          DRAFTS,
          COMPILED_COMMENTS,
          RECOMMENDATION_TALLIES,
          PUBLISHED_COMMENTS,
          EDITION_EVENTS,
          DECISION_EVENTS,
          SECRETARIAT_EVENTS,
          ACCOUNT_EVENTS,
          REVOCATIONS,
          INGEST_ACTS,
          COMMENTS_ACTS,
          AGGREGATION_ACTS,
          IDENTITY_ACTS);

  /**
   * The application id of the compilation, and so the prefix of its internal topics. Its number
   * grows when the state of the version before does not tell what the next must know: all comments
   * are then folded anew, beside the old state, which may be deleted.
   */
  public static final String COMPILATION_APPLICATION = "aggregation-compilation-2";

  /** How far each comment is folded. */
  public static final Topic FOLDED_COMMENT_CHANGELOG =
      internal("folded-comment-changelog", "comment id", FoldedComment.getClassSchema(), COMPACT);

  /**
   * What each counted revision changes in a tally, on its way from the comment to the
   * recommendation.
   */
  public static final Topic TALLY_CHANGE_REPARTITION =
      internal(
          "tally-change-repartition",
          "recommendation id",
          TallyChange.getClassSchema(),
          PURGE_WHEN_READ);

  /** The tally of each recommendation, as the compilation counts it. */
  public static final Topic TALLY_CHANGELOG =
      internal(
          "tally-changelog", "recommendation id", RecommendationTally.getClassSchema(), COMPACT);

  /** How far each partition of the comments is folded. */
  public static final Topic PLACE_CHANGELOG =
      internal("place-changelog", "partition", LogPlace.getClassSchema(), COMPACT);

  /** Topics that Kafka Streams keeps its stores and repartitions in; no one else reads them. */
  public static final List<Topic> INTERNAL =
      List.of(FOLDED_COMMENT_CHANGELOG, PLACE_CHANGELOG, TALLY_CHANGE_REPARTITION, TALLY_CHANGELOG);

  private TopicCatalogue() {}

  /**
   * Every topic: the contract, the internal ones, and the dead letters of each service that reads a
   * contract topic.
   */
  public static List<Topic> all() {
    return Stream.of(CONTRACT.stream(), INTERNAL.stream(), deadLetters())
        .flatMap(topics -> topics)
        .toList();
  }

  private static Stream<Topic> deadLetters() {
    return CONTRACT.stream()
        .flatMap(
            topic ->
                topic.readers().stream()
                    .filter(reader -> reader != SECRETARIAT && reader != PUBLIC)
                    .sorted()
                    .map(reader -> deadLetters(topic, reader)));
  }

  private static Topic deadLetters(Topic topic, Principal reader) {
    return new Topic(
        topic.deadLetters(reader),
        "Records of "
            + topic.name()
            + " that "
            + reader.user()
            + " could not read, with the cause in headers.",
        "topic-partition-offset",
        Optional.empty(),
        1,
        COMPACT,
        reader,
        Set.of());
  }

  private static Topic events(
      String name, String holds, String key, Schema value, Principal writer, Principal... readers) {
    return new Topic(
        name,
        holds,
        key,
        Optional.of(value),
        EVENT_PARTITIONS,
        KEEP_FOR_EVER,
        writer,
        Set.of(readers));
  }

  private static Topic acts(Principal service) {
    return events(
        service.user() + "-act.events.v1",
        "Who did what at the doors of " + service.user() + "; nothing of what was said.",
        "participant code, or a role",
        ActNoted.getClassSchema(),
        service,
        INGEST);
  }

  private static Topic state(
      String name,
      String holds,
      String key,
      Schema value,
      int partitions,
      Principal writer,
      Principal... readers) {
    return new Topic(
        name, holds, key, Optional.of(value), partitions, COMPACT, writer, Set.of(readers));
  }

  private static Topic internal(String name, String key, Schema value, Cleanup cleanup) {
    return new Topic(
        COMPILATION_APPLICATION + "-" + name,
        "Internal to the compilation.",
        key,
        Optional.of(value),
        EVENT_PARTITIONS,
        cleanup,
        AGGREGATION,
        Set.of(AGGREGATION));
  }
}
