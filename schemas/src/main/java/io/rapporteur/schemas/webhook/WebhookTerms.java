package io.rapporteur.schemas.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * Where webhooks may go.
 *
 * @param hosts allowed, as {@code host} for its port 443 or {@code host:port}; {@code *} for port
 *     443 of any
 * @param loopback whether http and loopback addresses are allowed too: for tests
 * @param patience for connecting, and for each part of the answer; a whole try ends after three
 *     times that
 */
public record WebhookTerms(Set<String> hosts, boolean loopback, Duration patience) {

  private static final int HTTPS = 443;
  private static final int HTTP = 80;
  private static final String ANY = "*";

  /** Copies the hosts. */
  public WebhookTerms {
    hosts =
        hosts.stream()
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  boolean schemeAllowed(URI url) {
    return "https".equalsIgnoreCase(url.getScheme())
        || (loopback && "http".equalsIgnoreCase(url.getScheme()));
  }

  boolean hostAllowed(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    boolean tls = "https".equalsIgnoreCase(url.getScheme());
    int port = url.getPort() >= 0 ? url.getPort() : tls ? HTTPS : HTTP;
    return hosts.contains(host + ":" + port)
        || (tls && port == HTTPS && (hosts.contains(host) || hosts.contains(ANY)));
  }
}
