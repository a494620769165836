package io.rapporteur.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Keeps no record of what was issued: a token says all by itself until it expires, and nobody can
 * ask about one or take it back. Thread-safe.
 */
final class ForgottenTokens implements OAuth2AuthorizationService {

  @Override
  public void save(OAuth2Authorization authorization) {
    // Forgotten at once, so that memory does not grow with every token.
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    // There is nothing to remove.
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return null;
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(
      String token, @Nullable OAuth2TokenType tokenType) {
    return null;
  }
}
