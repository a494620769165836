package io.rapporteur.aggregation.secretariat;

import io.rapporteur.schemas.revision.CanonicalJson;
import io.rapporteur.schemas.revision.RequestId;
import java.time.Instant;
import java.util.Map;

/**
 * One validated request: who asks, with which key, for what.
 *
 * @param client client id of the token
 * @param key its {@code Idempotency-Key}, or the one that was made for it
 * @param receivedAt when the request had been read whole
 * @param request what is asked, in canonical terms: the digest of a retry is the same
 */
public record Act(String client, String key, Instant receivedAt, Map<String, Object> request) {

  /** The part of an act in bulk that is on one thing: it stands, and is repeated, for itself. */
  public Act on(String thing, Map<String, Object> asked) {
    return new Act(client, key + "/" + thing, receivedAt, asked);
  }

  /** Who asked, and with which key. */
  public RequestId requestId() {
    return RequestId.of(client, key);
  }

  /** SHA-256 of the canonical form of the request. */
  public String requestDigest() {
    return CanonicalJson.digest(request);
  }
}
