package io.rapporteur.identity;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The issuer's metadata (RFC 8414). Spring's own would name endpoints for people at a browser,
 * which are closed here.
 */
@RestController
final class MetadataResource {

  /** Where the metadata is found, below the issuer. */
  static final String PATH = "/.well-known/oauth-authorization-server";

  private final String issuer;

  MetadataResource(IdentityProperties properties) {
    this.issuer = properties.issuer().toString();
  }

  @GetMapping(PATH)
  Map<String, Object> metadata() {
    return Map.of(
        "issuer",
        issuer,
        "token_endpoint",
        issuer + IdentityConfiguration.TOKEN,
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_basic", "client_secret_post"),
        "jwks_uri",
        issuer + IdentityConfiguration.KEYS,
        "grant_types_supported",
        List.of("client_credentials"),
        "response_types_supported",
        List.of());
  }
}
