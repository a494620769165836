package io.rapporteur.comments;

import io.rapporteur.comments.feed.http.FeedResource;
import io.rapporteur.comments.kafka.Desk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The part of the desk that delegations' own systems follow. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

  @Bean
  FeedResource commentsFeedResource(Desk desk) {
    return new FeedResource(desk.feeds(), desk.consultations());
  }
}
