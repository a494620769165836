package io.rapporteur.comments.feed.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the feed of a participant is carried to, as it stands. Immutable.
 *
 * @param revision of the last act on it, deliveries included
 * @param key id of the key that its secrets are made with
 * @param secret number of its secret: the revision that made it
 * @param earlier the secret before, while it is used too
 * @param cursor what stands before it has been told
 * @param failures tries in a row that failed
 */
public record Webhook(
    String participant,
    int revision,
    URI url,
    Instant registeredAt,
    String key,
    int secret,
    Optional<EarlierSecret> earlier,
    String cursor,
    Optional<Instant> deliveredAt,
    int failures,
    State state) {

  /**
   * A secret that has been replaced.
   *
   * @param number of it
   * @param until when it is used beside the new one
   */
  public record EarlierSecret(int number, Instant until) {}

  /** What it waits for. */
  public sealed interface State {

    /** The next entry. */
    record Open() implements State {}

    /** An instance that has claimed it. */
    record Claimed(Instant until) implements State {}

    /** Its next try. */
    record Retrying(String cause, Instant nextTryAt) implements State {}

    /** Its delegation: it is called no more until it is registered again. */
    record Stopped(String cause) implements State {}

    /** Nothing: it was removed. */
    record Removed() implements State {}
  }

  /** Whether it is there. */
  public boolean stands() {
    return !(state instanceof State.Removed);
  }

  /** Whether it may be called now, if there is something to tell. */
  public boolean callable(Instant now) {
    return switch (state) {
      case State.Open open -> true;
      case State.Claimed(Instant until) -> now.isAfter(until);
      case State.Retrying(String cause, Instant nextTryAt) -> !now.isBefore(nextTryAt);
      case State.Stopped stopped -> false;
      case State.Removed removed -> false;
    };
  }

  /** Claimed by an instance until then. */
  Webhook claimed(Instant until) {
    return next(cursor, deliveredAt, failures, new State.Claimed(until));
  }

  /** Told up to a cursor. */
  Webhook delivered(String upTo, Instant at) {
    return next(upTo, Optional.of(at), 0, new State.Open());
  }

  /** Not taken; stopped if it is not tried again. */
  Webhook failed(String cause, Optional<Instant> nextTryAt) {
    return next(
        cursor,
        deliveredAt,
        failures + 1,
        nextTryAt
            .<State>map(at -> new State.Retrying(cause, at))
            .orElseGet(() -> new State.Stopped(cause)));
  }

  /** Registered anew, at the same or another address; it is tried at once. */
  Webhook moved(URI to, Optional<String> from) {
    return new Webhook(
        participant,
        revision + 1,
        to,
        registeredAt,
        key,
        secret,
        earlier,
        from.orElse(cursor),
        deliveredAt,
        0,
        new State.Open());
  }

  /** With a secret of its own number, and the one of before beside it until then. */
  Webhook rotated(Instant until) {
    return new Webhook(
        participant,
        revision + 1,
        url,
        registeredAt,
        key,
        revision + 1,
        Optional.of(new EarlierSecret(secret, until)),
        cursor,
        deliveredAt,
        failures,
        state);
  }

  /** Removed. */
  Webhook removed() {
    return next(cursor, deliveredAt, 0, new State.Removed());
  }

  private Webhook next(String upTo, Optional<Instant> at, int failed, State then) {
    return new Webhook(
        participant, revision + 1, url, registeredAt, key, secret, earlier, upTo, at, failed, then);
  }
}
