package io.rapporteur.comments.kafka;

import io.rapporteur.comments.attachment.Upload;
import io.rapporteur.comments.attachment.UploadRequest;
import io.rapporteur.comments.attachment.Uploads;
import io.rapporteur.comments.attachment.Verdict;
import io.rapporteur.comments.comment.Attachment;
import io.rapporteur.comments.comment.Attachments;
import io.rapporteur.events.AttachmentEvent;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Uploads as events of {@code attachment.events.v1}, read back from the desk's own view.
 * Thread-safe.
 */
final class KafkaUploads implements Uploads, Attachments {

  private final DeskView view;
  private final EventLog<AttachmentEvent> log;

  KafkaUploads(DeskView view, EventLog<AttachmentEvent> log) {
    this.view = view;
    this.log = log;
  }

  @Override
  public Optional<Upload> upload(String id) {
    return view.attachments
        .get(id)
        .flatMap(last -> view.uploads.get(id).map(first -> AttachmentEvents.upload(first, last)));
  }

  @Override
  public List<Upload> waiting() {
    return view.waiting.startingWith("").stream()
        .map(first -> AttachmentEvents.upload(first, first))
        .toList();
  }

  @Override
  public boolean named(String id) {
    return !view.naming.page(id + "/", "", 1).isEmpty();
  }

  @Override
  public void received(UploadRequest request, String mediaType) {
    append(AttachmentEvents.received(request, mediaType));
  }

  @Override
  public void judged(Upload upload, Verdict verdict, Instant at) {
    append(AttachmentEvents.scanned(upload, verdict, at));
  }

  @Override
  public void deleted(Upload upload, String client, Instant at) {
    append(AttachmentEvents.deleted(upload, client, at));
  }

  @Override
  public Optional<Attachment> attachment(String id, String participant) {
    return upload(id)
        // What a comment has named it goes on naming: a retry gets the answer of the first try.
        .filter(u -> named(id) || !(u.deleted() || u.is(Verdict.Kind.REFUSED)))
        .flatMap(u -> uploaded(id, participant));
  }

  @Override
  public Optional<Attachment> uploaded(String id, String participant) {
    return upload(id)
        .filter(u -> u.participant().equals(participant))
        .map(u -> new Attachment(u.id(), u.name(), u.mediaType(), u.size(), u.sha256()));
  }

  @Override
  public boolean waiting(String id) {
    return upload(id).filter(u -> u.verdict().isEmpty()).isPresent();
  }

  @Override
  public boolean catchUp() {
    return view.reader.awaitEnd(
        List.of(
            TopicCatalogue.ATTACHMENT_EVENTS,
            TopicCatalogue.COMMENT_EVENTS,
            TopicCatalogue.PARTICIPATION_EVENTS),
        EventLog.PATIENCE);
  }

  private void append(AttachmentEvent event) {
    EventLog.Appended appended = log.append(event.getAttachment(), event);
    if (!view.reader.await(appended, EventLog.PATIENCE)) {
      throw new OutcomeUnknownException(
          "view: behind the log after " + EventLog.PATIENCE.toSeconds() + " s");
    }
  }
}
