package io.rapporteur.identity;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one secret of all clients of a demonstration is for one machine: whoever reaches the issuer
 * and knows it can speak for anyone. The issuer starts with it where it is reached on loopback
 * alone, by its address and by its name, or where a setting says plainly that it may.
 */
final class DemoSecretPlace {

  private DemoSecretPlace() {}

  /**
   * Checks the settings.
   *
   * @param listensOn {@code server.address}; null for all addresses
   * @throws DemoSecretExposedException if others could reach clients of a demonstration
   */
  static void check(IdentityProperties properties, @Nullable String listensOn) {
    if (properties.demoSecretGiven().isEmpty() || properties.demoSecretAnywhere()) {
      return;
    }
    List<String> open = new ArrayList<>();
    String publishedAt = properties.publishedAt();
    if (publishedAt != null && !publishedAt.isBlank()) {
      if (!isLoopback(host(publishedAt))) {
        open.add("is published at " + publishedAt);
      }
    } else if (listensOn == null || !isLoopback(listensOn)) {
      open.add("listens on " + (listensOn == null ? "all addresses" : listensOn));
    }
    if (!isLoopback(properties.issuer().getHost())) {
      open.add("is known as " + properties.issuer());
    }
    if (!open.isEmpty()) {
      throw new DemoSecretExposedException(
          "rapporteur.identity.demo-secret: set, while the issuer "
              + String.join(" and ", open)
              + " (expected: loopback; else no demo-secret, or rapporteur.identity.demo-secret-anywhere=true where everyone may speak for anyone)");
    }
  }

  private static String host(String published) {
    int colon = published.lastIndexOf(':');
    return colon < 0 ? "" : published.substring(0, colon);
  }

  /** No name is looked up: what it means can change. */
  private static boolean isLoopback(String host) {
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    if (bare.equals("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(bare).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
