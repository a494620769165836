package io.rapporteur.identity;

import io.rapporteur.identity.account.page.SignOutResource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The issuer's metadata (RFC 8414, and that of OpenID Connect Discovery). Spring's own would name
 * endpoints which are closed here.
 */
@RestController
final class MetadataResource {

  /** Where the metadata is found, below the issuer. */
  static final String PATH = "/.well-known/oauth-authorization-server";

  /** Where OpenID Connect looks for it. */
  static final String OPENID_PATH = "/.well-known/openid-configuration";

  private final Map<String, Object> metadata;

  /**
   * @param issuer the {@code iss} of tokens
   * @param pages where browsers reach the issuer
   */
  MetadataResource(URI issuer, URI pages) {
    metadata =
        Map.ofEntries(
            Map.entry("issuer", issuer.toString()),
            Map.entry("token_endpoint", issuer + IdentityConfiguration.TOKEN),
            Map.entry(
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_basic", "client_secret_post", "none")),
            Map.entry("jwks_uri", issuer + IdentityConfiguration.KEYS),
            Map.entry("grant_types_supported", List.of("client_credentials", "authorization_code")),
            Map.entry("authorization_endpoint", pages + PeopleConfiguration.AUTHORIZE),
            Map.entry("end_session_endpoint", pages + SignOutResource.PATH),
            Map.entry("response_types_supported", List.of("code")),
            Map.entry("response_modes_supported", List.of("query")),
            Map.entry("code_challenge_methods_supported", List.of("S256")),
            Map.entry("scopes_supported", List.of("openid")),
            Map.entry("subject_types_supported", List.of("public")),
            Map.entry("id_token_signing_alg_values_supported", List.of("RS256")),
            Map.entry("ui_locales_supported", List.of("ar", "en", "es", "fr", "ru", "zh")));
  }

  @GetMapping({PATH, OPENID_PATH})
  Map<String, Object> metadata() {
    return metadata;
  }
}
