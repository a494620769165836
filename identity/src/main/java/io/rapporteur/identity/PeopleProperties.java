package io.rapporteur.identity;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the pages for people; {@code identity.yml} lists them with a comment each.
 *
 * @param address where browsers reach the pages: scheme, host and port; that of the issuer if not
 *     given
 * @param rpId relying party of their keys: the host of the address, or a domain above it. Keys are
 *     bound to it for good
 * @param invitationLifetime how long an invitation opens
 * @param idle how long a session lasts without being used
 * @param longest how long it lasts at most
 * @param tokenLifetime how long a token of a person is believed, unless it is taken back before
 * @param clients browser clients that may ask for tokens of people
 */
@ConfigurationProperties("rapporteur.identity.people")
public record PeopleProperties(
    @Nullable URI address,
    @Nullable String rpId,
    @DefaultValue("P7D") Duration invitationLifetime,
    @DefaultValue("PT30M") Duration idle,
    @DefaultValue("PT12H") Duration longest,
    @DefaultValue("PT10M") Duration tokenLifetime,
    @DefaultValue List<Client> clients) {

  /**
   * Checks what can be checked by itself.
   *
   * @throws IllegalArgumentException with all faults
   */
  public PeopleProperties {
    clients = List.copyOf(clients);
    List<String> faults = new ArrayList<>();
    if (address != null && !isOrigin(address)) {
      faults.add(
          "address: %s (expected: http or https, host and port, without path or closing slash)"
              .formatted(address));
    }
    for (Duration time : List.of(invitationLifetime, idle, longest, tokenLifetime)) {
      if (time.compareTo(Duration.ofSeconds(1)) < 0) {
        faults.add(
            "invitation-lifetime, idle, longest, token-lifetime: %s (expected: PT1S or more)"
                .formatted(time));
      }
    }
    Set<String> ids = new HashSet<>();
    for (Client client : clients) {
      if (!ids.add(client.id())) {
        faults.add("clients: %s (expected: each id once)".formatted(client.id()));
      }
      if (client.redirectUris().isEmpty()) {
        faults.add(
            "clients: %s without redirect-uris (expected: one or more)".formatted(client.id()));
      }
      for (URI uri : client.uris()) {
        if (!uri.isAbsolute() || uri.getHost() == null || uri.getRawFragment() != null) {
          faults.add("clients: %s (expected: an absolute address without fragment)".formatted(uri));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("rapporteur.identity.people." + String.join("; ", faults));
    }
  }

  private static boolean isOrigin(URI uri) {
    return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
        && uri.getHost() != null
        && uri.getRawUserInfo() == null
        && uri.getRawPath().isEmpty()
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }

  /** Where browsers reach the pages. */
  URI addressOr(URI issuer) {
    return address == null ? issuer : address;
  }

  /** The relying party of keys. */
  String rpIdOr(URI issuer) {
    return Optional.ofNullable(rpId)
        .filter(id -> !id.isBlank())
        .orElseGet(() -> addressOr(issuer).getHost());
  }

  /**
   * A browser client: it has no secret, and its codes are bound to it by PKCE.
   *
   * @param redirectUris where codes may be sent, compared as they stand
   * @param signOutUris where a browser may be sent after signing out, compared as they stand
   */
  public record Client(
      String id, @DefaultValue List<URI> redirectUris, @DefaultValue List<URI> signOutUris) {

    /** Copies the addresses. */
    public Client {
      redirectUris = List.copyOf(redirectUris);
      signOutUris = List.copyOf(signOutUris);
    }

    List<URI> uris() {
      List<URI> all = new ArrayList<>(redirectUris);
      all.addAll(signOutUris);
      return all;
    }

    /** Origins of all addresses, for the rules of the browser about forms. */
    Set<String> origins() {
      Set<String> origins = new HashSet<>();
      uris().forEach(uri -> origins.add(uri.getScheme() + "://" + uri.getRawAuthority()));
      return origins;
    }
  }
}
