package io.rapporteur.comments.attachment;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that was handed in, as the log tells it.
 *
 * @param id attachment id
 * @param participant whose it is
 * @param revision of its last counted event
 * @param requestId of the request that handed it in
 * @param requestDigest of that request
 * @param by client id that handed it in
 * @param name file name as given; never used as a path
 * @param mediaType by content
 * @param size in bytes
 * @param sha256 of the bytes, and their key in the store
 * @param verdict empty while it waits for one
 * @param deleted taken back
 */
public record Upload(
    String id,
    String participant,
    int revision,
    String requestId,
    String requestDigest,
    String by,
    Instant receivedAt,
    String name,
    String mediaType,
    long size,
    String sha256,
    Optional<Verdict> verdict,
    boolean deleted) {

  /** Revision of the event by which it came. */
  public static final int FIRST = 1;

  /** Whether it was handed in by this very request. */
  public boolean madeBy(UploadRequest request) {
    return requestId.equals(request.requestId().value()) && requestDigest.equals(request.digest());
  }

  /** {@code waiting}, {@code clean}, {@code refused} or {@code not-scanned}. */
  public String state() {
    return verdict
        .map(v -> v.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .orElse("waiting");
  }

  /** Whether its verdict is of this kind. */
  public boolean is(Verdict.Kind kind) {
    return verdict.filter(v -> v.kind() == kind).isPresent();
  }

  /** Key of its text in the store. */
  public String textKey() {
    return sha256 + ".txt";
  }
}
