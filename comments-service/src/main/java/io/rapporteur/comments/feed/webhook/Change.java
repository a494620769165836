package io.rapporteur.comments.feed.webhook;

import java.time.Instant;

/**
 * An act on a webhook, by its delegation or by an instance that calls it.
 *
 * @param after the webhook as the act leaves it
 * @param requestId of the request; of an instance, one that no other has
 * @param by account, or name of the instance
 */
public record Change(
    Webhook after, Kind kind, String requestId, String requestDigest, Instant at, String by) {

  /** What was done. */
  public enum Kind {
    REGISTERED,
    MOVED,
    SECRET_ROTATED,
    REMOVED,
    CLAIMED,
    DELIVERED,
    FAILED
  }

  /** Whether it made a secret, which its answer tells. */
  public boolean madeSecret() {
    return after.secret() == after.revision();
  }

  /** Whether it was asked for by the delegation. */
  public boolean asked() {
    return switch (kind) {
      case REGISTERED, MOVED, SECRET_ROTATED, REMOVED -> true;
      case CLAIMED, DELIVERED, FAILED -> false;
    };
  }
}
