package io.rapporteur.aggregation.meeting;

import io.rapporteur.schemas.revision.CanonicalJson;
import io.rapporteur.schemas.revision.RequestId;
import java.time.Instant;
import java.util.Map;

/**
 * One validated request: who asks, with which key, for what.
 *
 * @param owner who the key belongs to: the client, or the file of a meeting
 * @param client client id of the token
 * @param role in which it acts
 * @param key its {@code Idempotency-Key}, or the one that was made for it
 * @param receivedAt when the request had been read whole
 * @param request what is asked, in canonical terms: the digest of a retry is the same
 */
public record Act(
    String owner,
    String client,
    String role,
    String key,
    Instant receivedAt,
    Map<String, Object> request) {

  /** Who asked, and with which key. */
  public RequestId requestId() {
    return RequestId.of(owner, key);
  }

  /** SHA-256 of the canonical form of the request. */
  public String requestDigest() {
    return CanonicalJson.digest(request);
  }
}
