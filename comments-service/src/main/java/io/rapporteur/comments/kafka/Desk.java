package io.rapporteur.comments.kafka;

import io.rapporteur.comments.attachment.Uploads;
import io.rapporteur.comments.comment.Attachments;
import io.rapporteur.comments.comment.Comments;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.draft.Drafts;
import io.rapporteur.comments.feed.Feeds;
import io.rapporteur.comments.feed.webhook.Webhooks;
import io.rapporteur.comments.imports.Imports;
import io.rapporteur.comments.imports.Parties;
import io.rapporteur.comments.silence.Silences;
import io.rapporteur.comments.submission.PrintedNames;
import io.rapporteur.comments.submission.Submissions;
import io.rapporteur.comments.table.Agendas;
import io.rapporteur.events.AttachmentEvent;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.events.WebhookEvent;
import io.rapporteur.schemas.access.Revocations;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.LogIdentity;
import io.rapporteur.schemas.log.TransactionalLog;
import io.rapporteur.schemas.log.ViewReader;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import io.rapporteur.states.DraftRecord;
import java.nio.file.Path;
import java.time.Clock;

/** The desk's ports on one view of the log. */
public final class Desk {

  private final DeskView view;
  private final Comments comments;
  private final Consultations consultations;
  private final Agendas agendas;
  private final KafkaUploads uploads;
  private final Drafts drafts;
  private final Imports imports;
  private final Submissions submissions;
  private final Silences silences;
  private final Feeds feeds;

  /**
   * Opens the view, not yet reading.
   *
   * @param folder where the view is kept
   * @param log where comments are appended
   * @param attachmentLog where what happens to attachments is appended
   * @param draftLog where drafts are saved
   * @param together where several records are appended as one
   */
  public Desk(
      Path folder,
      BrokerAccess access,
      SchemaIds ids,
      EventLog<CommentEvent> log,
      EventLog<AttachmentEvent> attachmentLog,
      EventLog<DraftRecord> draftLog,
      TransactionalLog together) {
    String format = DeskView.FORMAT + " of " + LogIdentity.of(access);
    view = new DeskView(ViewStore.open(folder, format), access, ids);
    comments = new KafkaComments(view, log);
    consultations = new KafkaConsultations(view);
    agendas = new KafkaAgendas(view);
    uploads = new KafkaUploads(view, attachmentLog);
    drafts = new KafkaDrafts(view, draftLog, together);
    imports = new KafkaImports(view, draftLog);
    submissions = new KafkaSubmissions(view, draftLog, together);
    silences = new KafkaSilences(view, together);
    feeds = new KafkaFeeds(view);
  }

  /** What feeds the view. */
  public ViewReader reader() {
    return view.reader;
  }

  /** Tokens that have been taken back. */
  public Revocations revocations() {
    return view.revoked;
  }

  /** The comments of all. */
  public Comments comments() {
    return comments;
  }

  /** What the desk must know of others. */
  public Consultations consultations() {
    return consultations;
  }

  /** What consultations put forward for comment. */
  public Agendas agendas() {
    return agendas;
  }

  /** The files that delegations uploaded. */
  public Uploads uploads() {
    return uploads;
  }

  /** The files that comments can name. */
  public Attachments attachments() {
    return uploads;
  }

  /** What delegations prepare. */
  public Drafts drafts() {
    return drafts;
  }

  /** What came of the files that delegations imported. */
  public Imports imports() {
    return imports;
  }

  /** What participants hand in as one act. */
  public Submissions submissions() {
    return submissions;
  }

  /** What participants are told of all this. */
  public Feeds feeds() {
    return feeds;
  }

  /**
   * Where participants have their feeds carried to.
   *
   * @param log where what happens to webhooks is appended
   */
  public Webhooks webhooks(EventLog<WebhookEvent> log) {
    return new KafkaWebhooks(view, log);
  }

  /** Questions that are approved by silence. */
  public Silences silences() {
    return silences;
  }

  /** Whom a row of a table can name. */
  public Parties parties() {
    return new KafkaParties(view);
  }

  /** The names of participants and groups, as they stand. */
  public PrintedNames names() {
    return new KafkaParties(view);
  }

  /** The log in which a delegation's drafts are saved, each partitioned by its draft. */
  public static EventLog<DraftRecord> draftLog(
      BrokerAccess access, SchemaIds ids, Clock clock, ClockSkew skew) {
    return new EventLog<>(TopicCatalogue.DRAFTS, KafkaDrafts.BY_DRAFT, access, ids, clock, skew);
  }
}
