package io.rapporteur.aggregation;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of papers; {@code aggregation.yml} lists them with a comment each.
 *
 * @param kept how long the file of an export is kept after it is done
 */
@Validated
@ConfigurationProperties("rapporteur.aggregation.papers")
public record PapersProperties(@NotNull @DefaultValue("PT24H") Duration kept) {}
