package io.rapporteur.aggregation.redaction;

import io.rapporteur.schemas.revision.CanonicalJson;
import io.rapporteur.schemas.revision.RequestId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One validated request on a comment.
 *
 * @param client client id of the token
 * @param key its {@code Idempotency-Key}, or the one that was made for it
 * @param receivedAt when the request had been read whole
 * @param said what is asked, in canonical terms: the digest of a retry is the same
 * @param seen the revision of the line that the caller has seen, if it named one
 * @param fact what is to be done
 */
public record RedactionRequest(
    String consultation,
    String comment,
    String client,
    String key,
    Instant receivedAt,
    Map<String, Object> said,
    Optional<Integer> seen,
    RedactionStep.Fact fact) {

  String requestId() {
    return RequestId.of(client, key).value();
  }

  String requestDigest() {
    return CanonicalJson.digest(said);
  }

  RedactionStep step(int revision) {
    return new RedactionStep(
        consultation, comment, revision, requestId(), requestDigest(), receivedAt, client, fact);
  }
}
