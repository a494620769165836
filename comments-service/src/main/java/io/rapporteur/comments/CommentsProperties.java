package io.rapporteur.comments;

import io.rapporteur.schemas.log.BrokerAccess;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the desk; {@code comments.yml} lists them with a comment each.
 *
 * @param kafka how the broker is reached
 * @param registry base of the Confluent API of the schema registry
 * @param directory where the view and the schema ids are kept
 * @param receiptKey file of the key that signs receipts; {@code receipt-key.json} in the directory
 *     if not given
 */
@Validated
@ConfigurationProperties("rapporteur.comments")
public record CommentsProperties(
    @NotNull BrokerAccess kafka,
    @NotNull URI registry,
    @NotNull Path directory,
    @Nullable Path receiptKey) {

  Path receiptKeyFile() {
    return receiptKey == null ? directory.resolve("receipt-key.json") : receiptKey;
  }
}
