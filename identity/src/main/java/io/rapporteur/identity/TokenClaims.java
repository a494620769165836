package io.rapporteur.identity;

import io.rapporteur.schemas.access.Role;
import java.util.List;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * What a token says beside issuer, subject and times: {@code aud} is the product, {@code roles}
 * what the client may do, {@code participant} for whom a delegation speaks.
 */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  /** The audience of every token. */
  static final String AUDIENCE = "rapporteur";

  @Override
  public void customize(JwtEncodingContext context) {
    String client = context.getRegisteredClient().getClientId();
    Role role = DemoClients.roleOf(client);
    var claims =
        context.getClaims().audience(List.of(AUDIENCE)).claim("roles", List.of(role.claim()));
    if (role == Role.DELEGATION) {
      claims.claim("participant", client);
    }
  }
}
