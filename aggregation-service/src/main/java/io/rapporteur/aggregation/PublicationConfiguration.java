package io.rapporteur.aggregation;

import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.kafka.CompilationDesk;
import io.rapporteur.aggregation.meeting.Meetings;
import io.rapporteur.aggregation.paper.http.AtOnce;
import io.rapporteur.aggregation.publication.KeptSignatures;
import io.rapporteur.aggregation.publication.http.AtomFeedResource;
import io.rapporteur.aggregation.publication.http.BundleResource;
import io.rapporteur.schemas.signing.SigningKey;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The part of aggregation that gives away what is published: the feed and the bundle. */
@Configuration(proxyBeanMethods = false)
class PublicationConfiguration {

  @Bean
  AtomFeedResource aggregationAtomFeedResource(
      CompilationDesk desk, Meetings meetings, @Qualifier("aggregationClock") Clock clock) {
    return new AtomFeedResource(
        desk.compilations(), new Looking(desk.compilations(), clock), meetings);
  }

  @Bean
  BundleResource aggregationBundleResource(
      AggregationProperties properties,
      CompilationDesk desk,
      Meetings meetings,
      AtOnce atOnce,
      @Qualifier("aggregationEditionKey") SigningKey key,
      @Qualifier("aggregationClock") Clock clock) {
    return new BundleResource(
        desk.compilations(),
        new Looking(desk.compilations(), clock),
        meetings,
        desk.surroundings(),
        key,
        new KeptSignatures(key, properties.editionKeyFile().resolveSibling("bundle-signatures")),
        atOnce);
  }
}
