package io.rapporteur.ingest;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of circulation, which is off unless a mail server or hosts of webhooks are named; {@code
 * ingest.yml} lists them with a comment each.
 *
 * @param contacts JSON file of who is told where; mode 0600
 * @param link where a consultation is read, with {@code {consultation}} for its id
 * @param remindBefore how long before its deadline a participant is reminded
 * @param interval between two looks at what is due
 * @param tries of a delivery in all
 * @param firstWait after the first failure; it doubles with each
 * @param longestWait between two tries
 * @param smtp the mail server
 * @param webhooks where webhooks may go
 */
@Validated
@ConfigurationProperties("rapporteur.ingest.circulation")
public record CirculationProperties(
    @Nullable Path contacts,
    @DefaultValue("") String link,
    @NotNull @DefaultValue("P3D") Duration remindBefore,
    @NotNull @DefaultValue("PT5S") Duration interval,
    @Min(1) @Max(100) @DefaultValue("10") int tries,
    @NotNull @DefaultValue("PT1M") Duration firstWait,
    @NotNull @DefaultValue("PT6H") Duration longestWait,
    @DefaultValue Smtp smtp,
    @DefaultValue Webhooks webhooks) {

  /**
   * The mail server.
   *
   * @param host no mail is sent if empty
   * @param port its port
   * @param username none if empty
   * @param password of that user
   * @param startTls whether the connection must be encrypted
   * @param from sender of the mails
   */
  public record Smtp(
      @DefaultValue("") String host,
      @DefaultValue("587") int port,
      @DefaultValue("") String username,
      @DefaultValue("") String password,
      @DefaultValue("true") boolean startTls,
      @DefaultValue("") String from) {

    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /**
   * Where webhooks may go.
   *
   * @param hosts as {@code host} for its port 443 or {@code host:port}; none are sent if empty
   * @param loopback whether http and loopback addresses are allowed: for tests
   */
  public record Webhooks(
      @DefaultValue Set<String> hosts, @DefaultValue("false") boolean loopback) {}

  /** Whether any means is switched on. */
  public boolean on() {
    return !smtp.host().isEmpty() || !webhooks.hosts().isEmpty();
  }

  /** Whether what is needed is there. */
  @AssertTrue(message = "contacts and link: missing (expected: both, once circulation is on)")
  public boolean isComplete() {
    return !on() || (contacts != null && link.contains("{consultation}"));
  }

  /** Whether the link leads anywhere: else every try would fail. */
  @AssertTrue(message = "link: no address (expected: https://... with {consultation})")
  public boolean isLinked() {
    if (!on() || !link.contains("{consultation}")) {
      return true;
    }
    try {
      return new URI(link.replace("{consultation}", "c")).getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Whether mails have a sender. */
  @AssertTrue(message = "smtp.from: missing (expected: an address, once smtp.host is given)")
  public boolean isSigned() {
    return smtp.host().isEmpty() || smtp.from().indexOf('@') > 0;
  }
}
