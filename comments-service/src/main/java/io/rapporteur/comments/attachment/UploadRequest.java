package io.rapporteur.comments.attachment;

import io.rapporteur.schemas.revision.CanonicalJson;
import io.rapporteur.schemas.revision.RequestId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to keep a file.
 *
 * @param participant whose it is to be
 * @param caller participant or client that asks
 * @param client client id of its token
 * @param key its {@code Idempotency-Key}, or the one that was made for it
 * @param receivedAt when the file had been read whole
 * @param name file name as given
 * @param claimedType media type as given; null if none was
 * @param size in bytes
 * @param sha256 of the bytes
 */
public record UploadRequest(
    String participant,
    String caller,
    String client,
    String key,
    Instant receivedAt,
    String name,
    @Nullable String claimedType,
    long size,
    String sha256) {

  /** Who asked, and with which key. */
  public RequestId requestId() {
    return RequestId.of(caller, key);
  }

  /** Id of the attachment that this request makes. */
  public String attachment() {
    return requestId().created().toString();
  }

  /** SHA-256 of the canonical form of the request. */
  public String digest() {
    return CanonicalJson.digest(
        Map.of(
            "act",
            "attach",
            "participant",
            participant,
            "name",
            name,
            "type",
            claimedType == null ? "" : claimedType,
            "sha256",
            sha256));
  }
}
