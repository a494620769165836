package io.rapporteur.comments;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the feed's webhooks, which are off unless hosts are named; {@code comments.yml} lists
 * them with a comment each.
 *
 * @param hosts that may be called, as {@code host} for its port 443 or {@code host:port}; {@code *}
 *     for port 443 of any; none is called if empty
 * @param loopback whether http and loopback addresses are allowed: for tests
 * @param key file of the key that secrets are made with; {@code webhook-key} in the directory if
 *     not given
 * @param interval between two looks at what is to be told
 * @param tries in a row, of which none is taken, before a webhook is stopped
 * @param firstWait after the first failure; it doubles with each
 * @param longestWait between two tries
 */
@Validated
@ConfigurationProperties("rapporteur.comments.feed.webhooks")
public record FeedProperties(
    @DefaultValue Set<String> hosts,
    @DefaultValue("false") boolean loopback,
    @Nullable Path key,
    @NotNull @DefaultValue("PT1S") Duration interval,
    @Min(1) @Max(1000) @DefaultValue("40") int tries,
    @NotNull @DefaultValue("PT10S") Duration firstWait,
    @NotNull @DefaultValue("PT6H") Duration longestWait) {

  /** Whether any is called. */
  public boolean on() {
    return !hosts.isEmpty();
  }
}
