package io.rapporteur.comments.feed.webhook.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.comments.feed.webhook.Webhook;
import io.rapporteur.comments.feed.webhook.Webhook.EarlierSecret;
import io.rapporteur.comments.feed.webhook.Webhook.State;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as its delegation sees it; what is not there is left out.
 *
 * @param state {@code open}, {@code retrying}, or {@code stopped} until it is registered again
 * @param secret in the answer to the act that made it alone
 * @param earlierSecretUntil the secret before signs too until then
 * @param cursor what stands before it in the feed has been told
 * @param failures tries in a row that failed, and why the last did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookView(
    String url,
    String state,
    @Nullable String secret,
    @Nullable Instant earlierSecretUntil,
    Instant registeredAt,
    String cursor,
    @Nullable Instant deliveredAt,
    int failures,
    @Nullable String cause,
    @Nullable Instant nextTryAt) {

  static WebhookView of(Webhook webhook, Optional<String> secret) {
    String word = "open";
    @Nullable String cause = null;
    @Nullable Instant next = null;
    if (webhook.state() instanceof State.Retrying retrying) {
      word = "retrying";
      cause = retrying.cause();
      next = retrying.nextTryAt();
    } else if (webhook.state() instanceof State.Stopped stopped) {
      word = "stopped";
      cause = stopped.cause();
    }
    return new WebhookView(
        webhook.url().toString(),
        word,
        secret.orElse(null),
        webhook.earlier().map(EarlierSecret::until).orElse(null),
        webhook.registeredAt(),
        webhook.cursor(),
        webhook.deliveredAt().orElse(null),
        webhook.failures(),
        cause,
        next);
  }
}
