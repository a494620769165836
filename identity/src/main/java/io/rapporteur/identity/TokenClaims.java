package io.rapporteur.identity;

import io.rapporteur.schemas.access.TokenClaimNames;
import java.util.List;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * What a token says beside issuer, subject (the account) and times: {@code aud} is the product,
 * {@code roles} what the client may do, {@code participant} for whom a delegation speaks, {@code
 * duties} what it does within it, {@code account_revision} how the account stood.
 */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  /** The audience of every token. */
  static final String AUDIENCE = "rapporteur";

  @Override
  public void customize(JwtEncodingContext context) {
    ClientFacts facts = ClientFacts.of(context.getRegisteredClient());
    var claims =
        context
            .getClaims()
            .audience(List.of(AUDIENCE))
            .claim("roles", List.of(facts.role().claim()));
    facts.participant().ifPresent(code -> claims.claim("participant", code));
    facts.dutyNames().ifPresent(duties -> claims.claim("duties", duties));
    facts.revision().ifPresent(revision -> claims.claim(TokenClaimNames.REVISION, revision));
  }
}
