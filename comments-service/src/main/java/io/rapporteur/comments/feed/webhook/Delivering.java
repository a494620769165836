package io.rapporteur.comments.feed.webhook;

import io.rapporteur.comments.feed.Following;
import io.rapporteur.comments.feed.webhook.Receivers.Outcome;
import io.rapporteur.schemas.delivery.Release;
import io.rapporteur.schemas.delivery.RetryPolicy;
import io.rapporteur.schemas.revision.RequestId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Tells receivers what their delegations may see, page by page from the cursor of each: claims the
 * webhook in the log, calls, and writes how it went. While this instance is held it does nothing.
 *
 * <p><b>At least once, in order.</b> A page is told by the one instance whose claim the log took,
 * and the next only when it was taken. An instance that dies between the other side's yes and its
 * own event leaves a claim that expires, and the entries go out again, under the same webhook-id if
 * nothing has come since, with the same entry ids in any case.
 *
 * <p>Thread-safe; a call takes as long as its receiver.
 */
public final class Delivering {

  /** Entries in one call. */
  static final int PAGE = 100;

  /** Longer than a call takes. */
  private static final Duration CLAIM = Duration.ofMinutes(5);

  private final Webhooks webhooks;
  private final Following following;
  private final Receivers receivers;
  private final Secrets secrets;
  private final Release release;
  private final RetryPolicy retries;
  private final Clock clock;
  private final RandomGenerator chance;
  private final String instance;

  /**
   * Puts it together.
   *
   * @param instance a name that no other instance and no other start has
   */
  public Delivering(
      Webhooks webhooks,
      Following following,
      Receivers receivers,
      Secrets secrets,
      Release release,
      RetryPolicy retries,
      Clock clock,
      RandomGenerator chance,
      String instance) {
    this.webhooks = webhooks;
    this.following = following;
    this.receivers = receivers;
    this.secrets = secrets;
    this.release = release;
    this.retries = retries;
    this.clock = clock;
    this.chance = chance;
    this.instance = instance;
  }

  /** Those that may be called now by this instance and have something to be told. */
  public List<Webhook> due() {
    if (held()) {
      return List.of();
    }
    Instant now = now();
    return webhooks.all().stream().filter(webhook -> due(webhook, now)).toList();
  }

  private boolean due(Webhook webhook, Instant now) {
    return webhook.callable(now)
        // An instance of another key would sign what its receiver cannot verify.
        && webhook.key().equals(secrets.key())
        && following.tellsMore(webhook.participant(), webhook.cursor());
  }

  /** Claims a webhook and, if the log agrees, calls it once and writes how it went. */
  public void attempt(Webhook seen) {
    if (held()) {
      return;
    }
    Instant now = now();
    Webhook claimed = seen.claimed(now.plus(CLAIM));
    if (!append(Change.Kind.CLAIMED, claimed, now)) {
      return;
    }
    switch (following.after(claimed.participant(), Optional.of(claimed.cursor()), PAGE)) {
      case Following.Page page -> tell(claimed, page);
      case Following.NoSuchCursor none ->
          never(claimed, "the log told otherwise before it was restored");
      case Following.ViewBehind behind -> notNow(claimed, "this instance has not read so far");
    }
  }

  private void tell(Webhook claimed, Following.Page page) {
    Outcome outcome = page.entries().isEmpty() ? new Outcome.Taken() : call(claimed, page);
    switch (outcome) {
      case Outcome.Taken taken -> {
        Instant at = now();
        settle(claimed, Change.Kind.DELIVERED, at, webhook -> webhook.delivered(page.cursor(), at));
      }
      case Outcome.NotNow(String cause) -> notNow(claimed, cause);
      case Outcome.Never(String cause) -> never(claimed, cause);
    }
  }

  private void notNow(Webhook claimed, String cause) {
    Instant at = now();
    Optional<Instant> next = retries.next(claimed.failures() + 1, at, chance);
    settle(claimed, Change.Kind.FAILED, at, webhook -> webhook.failed(cause, next));
  }

  private void never(Webhook claimed, String cause) {
    settle(claimed, Change.Kind.FAILED, now(), webhook -> webhook.failed(cause, Optional.empty()));
  }

  /**
   * Writes how it went; on what stands by then, if that is still the claim, as after a rotation.
   */
  private void settle(Webhook claimed, Change.Kind kind, Instant at, UnaryOperator<Webhook> how) {
    Optional<Webhook> standing = Optional.of(claimed);
    while (standing.isPresent() && !append(kind, how.apply(standing.get()), at)) {
      standing =
          webhooks
              .of(claimed.participant())
              .filter(webhook -> webhook.state().equals(claimed.state()))
              .filter(webhook -> webhook.cursor().equals(claimed.cursor()));
    }
  }

  private Outcome call(Webhook webhook, Following.Page page) {
    try {
      return receivers.call(webhook, id(webhook, page), valid(webhook), page);
    } catch (RuntimeException e) {
      // A claim left to expire would be followed by the next after minutes, and tell no cause.
      return new Outcome.NotNow("this instance failed (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** Of the entries: what has come since a try that was taken unseen makes another. */
  private static String id(Webhook webhook, Following.Page page) {
    return RequestId.of(webhook.participant(), webhook.cursor() + "/" + page.cursor())
        .created()
        .toString();
  }

  private List<String> valid(Webhook webhook) {
    List<String> valid = new ArrayList<>();
    valid.add(secrets.secret(webhook.participant(), webhook.secret()));
    webhook
        .earlier()
        .filter(earlier -> now().isBefore(earlier.until()))
        .ifPresent(earlier -> valid.add(secrets.secret(webhook.participant(), earlier.number())));
    return valid;
  }

  private boolean held() {
    return !webhooks.ready()
        || !(release.standing(webhooks.reached()) instanceof Release.Standing.Released);
  }

  private boolean append(Change.Kind kind, Webhook after, Instant at) {
    String request = RequestId.of(instance, after.participant() + "/" + after.revision()).value();
    return webhooks.append(new Change(after, kind, request, request, at, instance));
  }

  /** The clock, in milliseconds as the log keeps them. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
