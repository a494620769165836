package io.rapporteur.comments.feed.webhook;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.feed.Following;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Registering, rotating and removing the webhook of a delegation. A delegation has one. The log
 * decides between two requests, and between a request and a call that is under way; what was
 * overtaken is done again on what stands then, since it does not depend on it.
 */
public final class Registering {

  /** How long a secret is used beside the one that replaced it. */
  public static final Duration OVERLAP = Duration.ofDays(1);

  private static final int TRIES = 20;

  private final Webhooks webhooks;
  private final Following following;
  private final Secrets secrets;

  /** Puts the use case together. */
  public Registering(Webhooks webhooks, Following following, Secrets secrets) {
    this.webhooks = webhooks;
    this.following = following;
    this.secrets = secrets;
  }

  /** What comes of a request. */
  public sealed interface Outcome {}

  /**
   * It counted, now or at an earlier try.
   *
   * @param secret if the act made one; a retry is told it again
   */
  public record Done(Change change, Optional<String> secret) implements Outcome {}

  /** There is no webhook. */
  public record NoWebhook() implements Outcome {}

  /** The key was used for another request. */
  public record KeyReused() implements Outcome {}

  /** The cursor is none of this delegation. */
  public record NoSuchCursor() implements Outcome {}

  /** The instance has not read the log to its end. */
  public record ViewBehind() implements Outcome {}

  /**
   * Registers an address, or puts another in its place; its secret stays then.
   *
   * @param from cursor from which entries are told; without one, from where it stands or, at first,
   *     from now on
   */
  public Outcome register(Act act, URI url, Optional<String> from) {
    if (from.isPresent()) {
      switch (following.after(act.participant(), from, 1)) {
        case Following.Page page -> {
          // It is one.
        }
        case Following.NoSuchCursor none -> {
          return new NoSuchCursor();
        }
        case Following.ViewBehind behind -> {
          return new ViewBehind();
        }
      }
    }
    return change(
        act,
        before ->
            before
                .filter(Webhook::stands)
                .filter(webhook -> webhook.key().equals(secrets.key()))
                .map(webhook -> change(act, Change.Kind.MOVED, webhook.moved(url, from)))
                .or(() -> Optional.of(registered(act, url, from, before))));
  }

  private Change registered(Act act, URI url, Optional<String> from, Optional<Webhook> before) {
    int revision = before.map(Webhook::revision).orElse(0) + 1;
    return change(
        act,
        Change.Kind.REGISTERED,
        new Webhook(
            act.participant(),
            revision,
            url,
            act.receivedAt(),
            secrets.key(),
            revision,
            Optional.empty(),
            from.or(() -> before.filter(Webhook::stands).map(Webhook::cursor))
                .orElseGet(() -> following.end(act.participant())),
            Optional.empty(),
            0,
            new Webhook.State.Open()));
  }

  /** Makes a secret; the one of before is used beside it for {@link #OVERLAP}. */
  public Outcome rotate(Act act) {
    return change(
        act,
        before ->
            before
                .filter(Webhook::stands)
                .map(
                    webhook ->
                        change(
                            act,
                            Change.Kind.SECRET_ROTATED,
                            webhook.rotated(act.receivedAt().plus(OVERLAP)))));
  }

  /** Removes it. */
  public Outcome remove(Act act) {
    return change(
        act,
        before ->
            before
                .filter(Webhook::stands)
                .map(webhook -> change(act, Change.Kind.REMOVED, webhook.removed())));
  }

  /** The webhook of a participant, looked for up to the end of the log; empty if it has none. */
  public Optional<Webhook> standing(String participant) {
    Optional<Webhook> found = webhooks.of(participant).filter(Webhook::stands);
    return found.isEmpty() && webhooks.catchUp()
        ? webhooks.of(participant).filter(Webhook::stands)
        : found;
  }

  private Outcome change(Act act, Function<Optional<Webhook>, Optional<Change>> wanted) {
    String participant = act.participant();
    if (!webhooks.catchUp()) {
      return new ViewBehind();
    }
    for (int n = 0; n < TRIES; n++) {
      // What stands is looked at first: it holds no try that is not found after it.
      Optional<Webhook> standing = webhooks.of(participant);
      Optional<Change> earlier = webhooks.madeBy(participant, act.requestId().value());
      if (earlier.isPresent()) {
        return earlier.get().requestDigest().equals(act.requestDigest())
            ? done(earlier.get())
            : new KeyReused();
      }
      Optional<Change> change = wanted.apply(standing);
      if (change.isEmpty()) {
        return new NoWebhook();
      }
      if (webhooks.append(change.get())) {
        return done(change.get());
      }
    }
    return new ViewBehind();
  }

  private Outcome done(Change change) {
    Webhook after = change.after();
    return new Done(
        change,
        change.madeSecret()
            ? Optional.of(secrets.secret(after.participant(), after.secret()))
            : Optional.empty());
  }

  private static Change change(Act act, Change.Kind kind, Webhook after) {
    return new Change(
        after, kind, act.requestId().value(), act.requestDigest(), act.receivedAt(), act.client());
  }
}
