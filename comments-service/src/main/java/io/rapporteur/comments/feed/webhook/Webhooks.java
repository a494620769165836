package io.rapporteur.comments.feed.webhook;

import java.util.List;
import java.util.Optional;

/** The webhooks of all, as the log tells them. Implementations are thread-safe. */
public interface Webhooks {

  /** The webhook of a participant, a removed one included. */
  Optional<Webhook> of(String participant);

  /** All that stand. */
  List<Webhook> all();

  /** The counted act that a request of a delegation made. */
  Optional<Change> madeBy(String participant, String requestId);

  /**
   * Hands a change to the log and waits until the fold holds its place.
   *
   * @return whether it counted
   * @throws io.rapporteur.schemas.log.OutcomeUnknownException if the log does not acknowledge in
   *     time, or the fold does not get there
   */
  boolean append(Change change);

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();

  /** Whether the log has been read to the end that it had at the start. */
  boolean ready();

  /** How far the log has been read; it grows. */
  long reached();
}
