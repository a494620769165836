package io.rapporteur.identity;

import io.rapporteur.schemas.access.TokenClaimNames;
import java.util.List;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
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
    boolean idToken = context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN);
    if (context.getPrincipal() instanceof PersonAuthentication person) {
      if (idToken) {
        told(context.getClaims(), person);
        return;
      }
      believed(context.getClaims(), ClientFacts.of(person.account()));
      return;
    }
    believed(context.getClaims(), ClientFacts.of(context.getRegisteredClient()));
  }

  private static void believed(JwtClaimsSet.Builder claims, ClientFacts facts) {
    claims.audience(List.of(AUDIENCE)).claim("roles", List.of(facts.role().claim()));
    facts.participant().ifPresent(code -> claims.claim("participant", code));
    facts.dutyNames().ifPresent(duties -> claims.claim("duties", duties));
    facts.revision().ifPresent(revision -> claims.claim(TokenClaimNames.REVISION, revision));
  }

  /** What a browser client is told of the person; its audience is that client. */
  private static void told(JwtClaimsSet.Builder claims, PersonAuthentication person) {
    ClientFacts facts = ClientFacts.of(person.account());
    claims
        .claim("name", person.account().name())
        .claim("auth_time", person.session().signedInAt().getEpochSecond())
        .claim("amr", person.session().ways())
        .claim("roles", List.of(facts.role().claim()));
    facts.participant().ifPresent(code -> claims.claim("participant", code));
    facts.dutyNames().ifPresent(duties -> claims.claim("duties", duties));
  }
}
