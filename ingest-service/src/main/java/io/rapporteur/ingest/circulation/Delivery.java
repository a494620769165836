package io.rapporteur.ingest.circulation;

import io.rapporteur.schemas.revision.CanonicalJson;
import io.rapporteur.schemas.revision.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One participant is told of one occasion by one means.
 *
 * @param revision of its last event that counted; 0 if it is not in the log
 * @param tries made so far
 * @param state how it stands
 */
public record Delivery(
    String participant,
    String consultation,
    Occasion occasion,
    Channel channel,
    int revision,
    int tries,
    State state) {

  /** How a delivery stands. */
  public sealed interface State {

    /** To be tried, again if there is a cause of the last failure. */
    record Due(Instant nextTryAt, Optional<String> cause) implements State {}

    /** An instance is trying, until it says how it went or the claim expires. */
    record Claimed(Instant until) implements State {}

    /** The other side took it. */
    record Sent() implements State {}

    /** Given up. */
    record Failed(String cause) implements State {}
  }

  /** One that has just become due. */
  public static Delivery due(
      String participant, String consultation, Occasion occasion, Channel channel) {
    return new Delivery(
        participant,
        consultation,
        occasion,
        channel,
        0,
        0,
        new State.Due(occasion.happenedAt(), Optional.empty()));
  }

  /**
   * The same on every instance and at every replay, and so the id of the message: a receiver that
   * was sent a message twice sees that it has it.
   */
  public String id() {
    String digest =
        CanonicalJson.digest(
            List.of("delivery", consultation, occasion.name(), participant, channel.word()));
    return new RequestId(digest).created().toString();
  }

  /** Whether a try may be made now: it is due, or the claim of another instance has expired. */
  public boolean triable(Instant now) {
    return switch (state) {
      case State.Due due -> !now.isBefore(due.nextTryAt());
      case State.Claimed claimed -> now.isAfter(claimed.until());
      case State.Sent sent -> false;
      case State.Failed failed -> false;
    };
  }

  /** Whether nothing is left to be done. */
  public boolean ended() {
    return state instanceof State.Sent || state instanceof State.Failed;
  }
}
