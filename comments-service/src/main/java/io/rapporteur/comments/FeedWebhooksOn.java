package io.rapporteur.comments;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether webhooks of the feed are switched on. */
final class FeedWebhooksOn implements Condition {

  private static final String PREFIX = "rapporteur.comments.feed.webhooks";

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return Binder.get(context.getEnvironment())
        .bind(PREFIX, FeedProperties.class)
        .map(FeedProperties::on)
        .orElse(false);
  }
}
