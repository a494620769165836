package io.rapporteur.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import io.rapporteur.identity.session.Seal;
import io.rapporteur.identity.session.Session;
import io.rapporteur.identity.session.Sessions;
import io.rapporteur.identity.session.Spent;
import java.security.Principal;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Keeps no record of what was issued: a token says all by itself, and so does an authorization
 * code, sealed, for a minute. Every instance redeems what another issued; each redeems a code once.
 * A code of a person whose session has been taken back since is worth nothing. Thread-safe.
 */
final class SealedCodes
    implements OAuth2AuthorizationService, OAuth2TokenGenerator<OAuth2AuthorizationCode> {

  /** How long a code is good for. */
  static final Duration LIFETIME = Duration.ofMinutes(1);

  private static final String PURPOSE = "code";
  private static final String CLIENT = "client";
  private static final String REDIRECT = "redirect";
  private static final String CHALLENGE = "challenge";
  private static final String NONCE = "nonce";
  private static final String SCOPES = "scopes";
  private static final String CODE = "code";
  private static final String S256 = "S256";

  private final Seal seal;
  private final Sessions sessions;
  private final BrowserClients clients;
  private final String authorizationUri;
  private final Clock clock;
  private final Spent spent = new Spent(LIFETIME);

  SealedCodes(
      Seal seal, Sessions sessions, BrowserClients clients, String authorizationUri, Clock clock) {
    this.seal = seal;
    this.sessions = sessions;
    this.clients = clients;
    this.authorizationUri = authorizationUri;
    this.clock = clock;
  }

  @Override
  public @Nullable OAuth2AuthorizationCode generate(OAuth2TokenContext context) {
    if (!(context.getPrincipal() instanceof PersonAuthentication person)
        || !(context.getAuthorizationGrant()
            instanceof OAuth2AuthorizationCodeRequestAuthenticationToken request)) {
      return null;
    }
    Map<String, Object> more = request.getAdditionalParameters();
    Instant now = clock.instant();
    JWTClaimsSet.Builder claims =
        person
            .session()
            .claims()
            .claim(CODE, UUID.randomUUID().toString())
            .claim(CLIENT, request.getClientId())
            .claim(REDIRECT, request.getRedirectUri())
            .claim(CHALLENGE, more.get(PkceParameterNames.CODE_CHALLENGE))
            .claim(NONCE, more.get(OidcParameterNames.NONCE))
            .claim(SCOPES, String.join(" ", request.getScopes()));
    Instant expires = now.plus(LIFETIME);
    return new OAuth2AuthorizationCode(seal.close(PURPOSE, claims, expires), now, expires);
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(
      String token, @Nullable OAuth2TokenType tokenType) {
    return tokenType == null || !tokenType.getValue().equals(PURPOSE)
        ? null
        : seal.open(PURPOSE, token)
            .filter(claims -> !spent.has(text(claims, CODE)))
            .flatMap(claims -> authorization(token, claims))
            .orElse(null);
  }

  /** A code that was redeemed is spent; of two who redeem it at once, one is refused. */
  @Override
  public void save(OAuth2Authorization authorization) {
    OAuth2Authorization.Token<OAuth2AuthorizationCode> code =
        authorization.getToken(OAuth2AuthorizationCode.class);
    if (code == null || !code.isInvalidated()) {
      return;
    }
    boolean first =
        seal.open(PURPOSE, code.getToken().getTokenValue())
            .filter(claims -> spent.spend(text(claims, CODE)))
            .isPresent();
    if (!first) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    // There is nothing to remove.
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return null;
  }

  private Optional<OAuth2Authorization> authorization(String code, JWTClaimsSet claims) {
    Optional<RegisteredClient> client = clients.client(text(claims, CLIENT));
    return client.flatMap(
        known ->
            Session.of(claims)
                .flatMap(sessions::standing)
                .map(
                    signedIn ->
                        authorization(
                            code,
                            claims,
                            known,
                            new PersonAuthentication(signedIn.session(), signedIn.account()))));
  }

  private OAuth2Authorization authorization(
      String code, JWTClaimsSet claims, RegisteredClient client, PersonAuthentication person) {
    Map<String, Object> more = new HashMap<>();
    more.put(PkceParameterNames.CODE_CHALLENGE, text(claims, CHALLENGE));
    more.put(PkceParameterNames.CODE_CHALLENGE_METHOD, S256);
    if (claims.getClaim(NONCE) != null) {
      more.put(OidcParameterNames.NONCE, text(claims, NONCE));
    }
    String named = text(claims, SCOPES);
    Set<String> scopes = named.isEmpty() ? Set.of() : Set.of(named.split(" ", -1));
    Instant expires = claims.getExpirationTime().toInstant();
    return OAuth2Authorization.withRegisteredClient(client)
        .principalName(person.getName())
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizedScopes(scopes)
        .attribute(Principal.class.getName(), person)
        .attribute(
            OAuth2AuthorizationRequest.class.getName(),
            OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(authorizationUri)
                .clientId(client.getClientId())
                .redirectUri(text(claims, REDIRECT))
                .scopes(scopes)
                .additionalParameters(more)
                .build())
        .token(new OAuth2AuthorizationCode(code, expires.minus(LIFETIME), expires))
        .build();
  }

  private static String text(JWTClaimsSet claims, String name) {
    try {
      String text = claims.getStringClaim(name);
      return text == null ? "" : text;
    } catch (ParseException e) {
      return "";
    }
  }
}
