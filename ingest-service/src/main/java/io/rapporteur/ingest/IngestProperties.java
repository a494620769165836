package io.rapporteur.ingest;

import io.rapporteur.schemas.log.BrokerAccess;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of ingest; {@code ingest.yml} lists them with a comment each.
 *
 * @param kafka how the broker is reached
 * @param registry base of the Confluent API of the schema registry
 * @param directory where the view and the schema ids are kept
 * @param largestFile that is taken as a report
 * @param seeds folder that is loaded at start; null for none
 */
@Validated
@ConfigurationProperties("rapporteur.ingest")
public record IngestProperties(
    @NotNull BrokerAccess kafka,
    @NotNull URI registry,
    @NotNull Path directory,
    @DefaultValue("20MB") DataSize largestFile,
    @Nullable Path seeds) {}
