package io.rapporteur.comments.kafka;

import static org.awaitility.Awaitility.await;

import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.comments.feed.webhook.Webhooks;
import io.rapporteur.events.AttachmentEvent;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.events.WebhookEvent;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.TransactionalLog;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import io.rapporteur.states.DraftRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** One instance of the desk on a real log: its own view, its own producers. */
public final class DeskOnLog implements AutoCloseable {

  private final EventLog<CommentEvent> log;
  private final EventLog<AttachmentEvent> attachmentLog;
  private final EventLog<DraftRecord> draftLog;
  private final EventLog<WebhookEvent> webhookLog;
  private final TransactionalLog together;
  private final Desk desk;

  /** Opens the desk; it reads from {@link #start()} on. */
  public DeskOnLog(Path folder, String name, BrokerAccess access) throws IOException {
    SchemaIds ids = RememberedSchemas.in(folder.resolve(name).resolve("schema-ids"));
    Clock clock = Clock.systemUTC();
    log = new EventLog<>(TopicCatalogue.COMMENT_EVENTS, access, ids, clock, new ClockSkew());
    attachmentLog =
        new EventLog<>(TopicCatalogue.ATTACHMENT_EVENTS, access, ids, clock, new ClockSkew());
    draftLog = Desk.draftLog(access, ids, clock, new ClockSkew());
    webhookLog = new EventLog<>(TopicCatalogue.WEBHOOK_EVENTS, access, ids, clock, new ClockSkew());
    together = new TransactionalLog(access, name, ids);
    desk =
        new Desk(
            folder.resolve(name).resolve("view"),
            access,
            ids,
            log,
            attachmentLog,
            draftLog,
            together);
  }

  /** The desk. */
  public Desk desk() {
    return desk;
  }

  Webhooks webhooks() {
    return desk.webhooks(webhookLog);
  }

  /** Reads, and waits until it has read the log to its end. */
  public void start() {
    desk.reader().start();
    await().atMost(Duration.ofSeconds(30)).until(desk.reader()::ready);
  }

  @Override
  public void close() {
    desk.reader().close();
    log.close();
    attachmentLog.close();
    draftLog.close();
    webhookLog.close();
    together.close();
  }
}
