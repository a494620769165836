package io.rapporteur.aggregation;

import io.rapporteur.schemas.log.BrokerAccess;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of aggregation; {@code aggregation.yml} lists them with a comment each.
 *
 * @param kafka how the broker is reached
 * @param registry base of the Confluent API of the schema registry
 * @param directory where the view, the state of the fold and the schema ids are kept
 * @param editionKey file of the key that signs the manifests of editions; {@code edition-key.json}
 *     in the directory if not given
 * @param replicas replication factor of the topics that the fold keeps its stores in
 */
@Validated
@ConfigurationProperties("rapporteur.aggregation")
public record AggregationProperties(
    @NotNull BrokerAccess kafka,
    @NotNull URI registry,
    @NotNull Path directory,
    @Nullable Path editionKey,
    @DefaultValue("1") short replicas) {

  Path editionKeyFile() {
    return editionKey == null ? directory.resolve("edition-key.json") : editionKey;
  }
}
