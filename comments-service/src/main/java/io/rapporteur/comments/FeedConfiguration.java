package io.rapporteur.comments;

import io.rapporteur.comments.feed.Following;
import io.rapporteur.comments.feed.http.EntryViews;
import io.rapporteur.comments.feed.http.FeedResource;
import io.rapporteur.comments.feed.webhook.Delivering;
import io.rapporteur.comments.feed.webhook.DeliveringLoop;
import io.rapporteur.comments.feed.webhook.Registering;
import io.rapporteur.comments.feed.webhook.Secrets;
import io.rapporteur.comments.feed.webhook.Webhooks;
import io.rapporteur.comments.feed.webhook.file.WebhookKey;
import io.rapporteur.comments.feed.webhook.http.FeedReleaseResource;
import io.rapporteur.comments.feed.webhook.http.SignedCalls;
import io.rapporteur.comments.feed.webhook.http.WebhookResource;
import io.rapporteur.comments.kafka.Desk;
import io.rapporteur.events.WebhookEvent;
import io.rapporteur.schemas.delivery.Release;
import io.rapporteur.schemas.delivery.ReleaseFile;
import io.rapporteur.schemas.delivery.RetryPolicy;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.LogIdentity;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.webhook.WebhookClient;
import io.rapporteur.schemas.webhook.WebhookTerms;
import io.rapporteur.schemas.wire.SchemaIds;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * The part of the desk that delegations' own systems follow. Its doors are always there; a webhook
 * is called only if that is switched on.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedProperties.class)
class FeedConfiguration {

  /** Each part of a call has this long. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Bean
  FeedResource commentsFeedResource(Desk desk) {
    return new FeedResource(desk.feeds(), desk.consultations());
  }

  @Bean
  EventLog<WebhookEvent> commentsWebhookLog(
      CommentsProperties properties,
      @Qualifier("commentsSchemaIds") SchemaIds ids,
      @Qualifier("commentsClock") Clock clock,
      @Qualifier("commentsClockSkew") ClockSkew skew) {
    return new EventLog<>(TopicCatalogue.WEBHOOK_EVENTS, properties.kafka(), ids, clock, skew);
  }

  @Bean
  Webhooks commentsWebhooks(Desk desk, EventLog<WebhookEvent> log) {
    return desk.webhooks(log);
  }

  @Bean
  Secrets commentsWebhookSecrets(CommentsProperties desk, FeedProperties properties) {
    Path key = properties.key();
    return WebhookKey.of(key == null ? desk.directory().resolve("webhook-key") : key);
  }

  @Bean
  Release commentsFeedRelease(CommentsProperties desk) {
    return new ReleaseFile(desk.directory().resolve("feed"), LogIdentity.of(desk.kafka()));
  }

  @Bean
  WebhookClient commentsWebhookClient(
      FeedProperties properties, @Qualifier("commentsClock") Clock clock) {
    return new WebhookClient(
        new WebhookTerms(properties.hosts(), properties.loopback(), PATIENCE), clock);
  }

  @Bean
  WebhookResource commentsWebhookResource(
      Desk desk,
      FeedProperties properties,
      @Qualifier("commentsWebhooks") Webhooks webhooks,
      @Qualifier("commentsWebhookSecrets") Secrets secrets,
      @Qualifier("commentsWebhookClient") WebhookClient client,
      @Qualifier("commentsClock") Clock clock) {
    return new WebhookResource(
        new Registering(webhooks, new Following(desk.feeds()), secrets),
        desk.consultations(),
        properties.on() ? Optional.of(client) : Optional.empty(),
        clock);
  }

  @Bean
  FeedReleaseResource commentsFeedReleaseResource(
      FeedProperties properties,
      @Qualifier("commentsWebhooks") Webhooks webhooks,
      @Qualifier("commentsFeedRelease") Release release,
      @Qualifier("commentsClock") Clock clock) {
    return new FeedReleaseResource(webhooks, release, properties.on(), clock);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @Conditional(FeedWebhooksOn.class)
  DeliveringLoop commentsDeliveringLoop(
      Desk desk,
      FeedProperties properties,
      @Qualifier("commentsWebhooks") Webhooks webhooks,
      @Qualifier("commentsWebhookSecrets") Secrets secrets,
      @Qualifier("commentsFeedRelease") Release release,
      @Qualifier("commentsWebhookClient") WebhookClient client,
      @Qualifier("commentsClock") Clock clock) {
    var delivering =
        new Delivering(
            webhooks,
            new Following(desk.feeds()),
            new SignedCalls(client, new EntryViews(desk.feeds())),
            secrets,
            release,
            new RetryPolicy(properties.tries(), properties.firstWait(), properties.longestWait()),
            clock,
            new SplittableRandom(),
            "comments-" + UUID.randomUUID());
    return new DeliveringLoop(delivering, properties.interval());
  }
}
