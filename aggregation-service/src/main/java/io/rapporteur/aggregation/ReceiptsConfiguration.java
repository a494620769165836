package io.rapporteur.aggregation;

import io.rapporteur.aggregation.kafka.CompilationDesk;
import io.rapporteur.aggregation.receipts.http.EditionKeysResource;
import io.rapporteur.aggregation.receipts.http.EditionsResource;
import io.rapporteur.aggregation.receipts.http.ReceiptsResource;
import io.rapporteur.schemas.signing.SigningKey;
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
  EditionsResource aggregationEditionsResource(CompilationDesk desk) {
    return new EditionsResource(desk.compilations());
  }

  @Bean
  ReceiptsResource aggregationReceiptsResource(CompilationDesk desk) {
    return new ReceiptsResource(desk.compilations(), desk.handedIn());
  }
}
