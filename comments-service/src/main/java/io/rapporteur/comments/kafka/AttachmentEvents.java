package io.rapporteur.comments.kafka;

import io.rapporteur.comments.attachment.Upload;
import io.rapporteur.comments.attachment.UploadRequest;
import io.rapporteur.comments.attachment.Verdict;
import io.rapporteur.events.Attachment;
import io.rapporteur.events.AttachmentDeleted;
import io.rapporteur.events.AttachmentEvent;
import io.rapporteur.events.AttachmentReceived;
import io.rapporteur.events.AttachmentScanned;
import io.rapporteur.events.AttachmentText;
import io.rapporteur.events.ScanVerdict;
import io.rapporteur.schemas.revision.CanonicalJson;
import io.rapporteur.schemas.revision.RequestId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** From uploads and verdicts to events and back. */
final class AttachmentEvents {

  private AttachmentEvents() {}

  static AttachmentEvent received(UploadRequest request, String mediaType) {
    return new AttachmentEvent(
        request.attachment(),
        request.participant(),
        Upload.FIRST,
        request.requestId().value(),
        request.digest(),
        request.receivedAt(),
        request.client(),
        new AttachmentReceived(
            new Attachment(
                request.attachment(),
                request.name(),
                mediaType,
                request.size(),
                request.sha256())));
  }

  static AttachmentEvent scanned(Upload upload, Verdict verdict, Instant at) {
    return next(
        upload,
        verdict.scanner(),
        "judge",
        at,
        new AttachmentScanned(
            ScanVerdict.valueOf(verdict.kind().name()),
            verdict.scanner(),
            verdict.found().orElse(null),
            AttachmentText.valueOf(verdict.text().name())));
  }

  static AttachmentEvent deleted(Upload upload, String client, Instant at) {
    return next(upload, client, "delete", at, new AttachmentDeleted());
  }

  private static AttachmentEvent next(
      Upload upload, String by, String act, Instant at, Object fact) {
    int revision = upload.revision() + 1;
    return new AttachmentEvent(
        upload.id(),
        upload.participant(),
        revision,
        RequestId.of(by, act + "/" + upload.id() + "/" + revision).value(),
        CanonicalJson.digest(Map.of("act", act, "attachment", upload.id(), "revision", revision)),
        at,
        by,
        fact);
  }

  /**
   * What the first and the last counted event say together. A file that was taken back is no longer
   * served, so that its verdict is not told.
   */
  static Upload upload(AttachmentEvent first, AttachmentEvent last) {
    Attachment file = ((AttachmentReceived) first.getFact()).getAttachment();
    return new Upload(
        first.getAttachment(),
        first.getParticipant(),
        last.getRevision(),
        first.getRequestId(),
        first.getRequestDigest(),
        first.getBy(),
        first.getReceivedAt(),
        file.getName(),
        file.getMediaType(),
        file.getSize(),
        file.getSha256(),
        last.getFact() instanceof AttachmentScanned scanned
            ? Optional.of(verdict(scanned))
            : Optional.empty(),
        last.getFact() instanceof AttachmentDeleted);
  }

  private static Verdict verdict(AttachmentScanned scanned) {
    return new Verdict(
        Verdict.Kind.valueOf(scanned.getVerdict().name()),
        scanned.getScanner(),
        Optional.ofNullable(scanned.getFound()),
        Verdict.Text.valueOf(scanned.getText().name()));
  }
}
