package io.rapporteur.comments.attachment;

import io.rapporteur.comments.attachment.Checked.Fit;
import io.rapporteur.comments.attachment.Checked.Unfit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Taking in and taking back files. The bytes are in the store before the log says so, so that a
 * file that the log knows can be served; bytes whose event was not acknowledged wait for the retry.
 * The log decides: the answer is read from the fold. Thread-safe.
 */
public final class Uploading {

  private final Uploads uploads;
  private final AttachmentStore store;

  /** Puts the use case together. */
  public Uploading(Uploads uploads, AttachmentStore store) {
    this.uploads = uploads;
    this.store = store;
  }

  /** What came of a request; a refusal is a value. */
  public sealed interface Outcome {

    /** It is kept, now or at an earlier try. */
    record Kept(Upload upload) implements Outcome {}

    /** It is of no kind that is taken. */
    record Refused(Unfit unfit) implements Outcome {}

    /** The key was used before, for another request. */
    record KeyReused() implements Outcome {}

    /** There is no such file for this caller. */
    record NoSuchAttachment() implements Outcome {}

    /** A comment names it, or once named it. */
    record InUse() implements Outcome {}

    /** It was taken back. */
    record Deleted() implements Outcome {}

    /** The view did not reach the end of the log, so that nothing can be said. */
    record ViewBehind() implements Outcome {}
  }

  /**
   * Keeps a file.
   *
   * @param file the bytes, on disk and nobody else's
   * @throws IOException if it cannot be read
   * @throws StoreUnavailableException if the store does not keep it: nothing is changed
   */
  public Outcome keep(UploadRequest request, Path file) throws IOException {
    Optional<Outcome> earlier = uploads.upload(request.attachment()).map(u -> answer(request, u));
    if (earlier.isPresent()) {
      return earlier.get();
    }
    return switch (FileCheck.check(file, request.claimedType(), request.name())) {
      case Unfit unfit -> new Outcome.Refused(unfit);
      case Fit(FileType type) -> {
        store.put(request.sha256(), file);
        uploads.received(request, type.mediaType());
        yield uploads
            .upload(request.attachment())
            .map(u -> answer(request, u))
            .orElseGet(Outcome.ViewBehind::new);
      }
    };
  }

  /**
   * The file of an id, if this caller may know of it: its delegation, who handed it in, and the
   * secretariat once a comment names it.
   *
   * @param participant of the caller; empty for the secretariat
   * @param client client id of the caller
   */
  public Outcome find(String id, Optional<String> participant, String client) {
    Optional<Upload> found = uploads.upload(id).filter(u -> visible(u, participant, client));
    if (found.isEmpty()) {
      if (!uploads.catchUp()) {
        return new Outcome.ViewBehind();
      }
      found = uploads.upload(id).filter(u -> visible(u, participant, client));
    }
    return found.<Outcome>map(Outcome.Kept::new).orElseGet(Outcome.NoSuchAttachment::new);
  }

  private boolean visible(Upload upload, Optional<String> participant, String client) {
    return !upload.deleted()
        && (participant.isPresent()
            ? participant.get().equals(upload.participant())
            : upload.by().equals(client) || uploads.named(upload.id()));
  }

  /**
   * Takes a file back that no comment names. Nobody sees it from then on; its bytes stay in the
   * store, since others may have handed in the same.
   */
  public Outcome delete(String id, Optional<String> participant, String client, Instant at) {
    if (!uploads.catchUp()) {
      return new Outcome.ViewBehind();
    }
    Outcome found = find(id, participant, client);
    while (found instanceof Outcome.Kept(Upload upload)) {
      if (uploads.named(id)) {
        return new Outcome.InUse();
      }
      // Overtaken by a verdict, it is taken back all the same.
      uploads.deleted(upload, client, at);
      if (uploads.upload(id).filter(Upload::deleted).isPresent()) {
        return new Outcome.Deleted();
      }
      found = find(id, participant, client);
    }
    return found;
  }

  private static Outcome answer(UploadRequest request, Upload upload) {
    if (!upload.madeBy(request)) {
      return new Outcome.KeyReused();
    }
    return upload.deleted() ? new Outcome.NoSuchAttachment() : new Outcome.Kept(upload);
  }
}
