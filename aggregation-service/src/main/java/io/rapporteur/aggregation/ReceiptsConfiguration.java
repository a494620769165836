package io.rapporteur.aggregation;

import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.kafka.CompilationDesk;
import io.rapporteur.aggregation.receipts.EditionTrees;
import io.rapporteur.aggregation.receipts.http.EditionKeysResource;
import io.rapporteur.aggregation.receipts.http.EditionsResource;
import io.rapporteur.aggregation.receipts.http.ReceiptsResource;
import io.rapporteur.schemas.signing.SigningKey;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register of receipts, the manifests of editions and their proofs. */
@Configuration(proxyBeanMethods = false)
class ReceiptsConfiguration {

  @Bean
  SigningKey aggregationEditionKey(AggregationProperties properties) {
    return SigningKey.of(properties.editionKeyFile());
  }

  @Bean
  EditionKeysResource aggregationEditionKeysResource(
      @Qualifier("aggregationEditionKey") SigningKey key) {
    return new EditionKeysResource(key);
  }

  @Bean
  EditionTrees aggregationEditionTrees(CompilationDesk desk) {
    return new EditionTrees(desk.compilations());
  }

  @Bean
  EditionsResource aggregationEditionsResource(
      CompilationDesk desk, EditionTrees trees, @Qualifier("aggregationClock") Clock clock) {
    var compilations = desk.compilations();
    return new EditionsResource(trees, new Looking(compilations, clock));
  }

  @Bean
  ReceiptsResource aggregationReceiptsResource(
      CompilationDesk desk, EditionTrees trees, @Qualifier("aggregationClock") Clock clock) {
    var compilations = desk.compilations();
    return new ReceiptsResource(
        compilations, desk.handedIn(), trees, new Looking(compilations, clock));
  }
}
