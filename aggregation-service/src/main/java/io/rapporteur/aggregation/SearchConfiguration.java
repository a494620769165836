package io.rapporteur.aggregation;

import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.kafka.CompilationDesk;
import io.rapporteur.aggregation.meeting.http.MeetingDoor;
import io.rapporteur.aggregation.search.Searches;
import io.rapporteur.aggregation.search.http.SearchResource;
import io.rapporteur.aggregation.search.lucene.LuceneIndex;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Full-text search. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

  @Bean(destroyMethod = "close")
  LuceneIndex aggregationSearchIndex(AggregationProperties properties) {
    return new LuceneIndex(properties.directory().resolve("search"));
  }

  @Bean
  SearchResource aggregationSearchResource(
      CompilationDesk desk,
      LuceneIndex index,
      MeetingDoor meetings,
      @Qualifier("aggregationClock") Clock clock) {
    return new SearchResource(
        new Searches(desk.compilations(), index),
        new Looking(desk.compilations(), clock),
        meetings::admits);
  }
}
