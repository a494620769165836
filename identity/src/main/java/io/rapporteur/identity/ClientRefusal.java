package io.rapporteur.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * The answer to a client that is not believed (RFC 6749, section 5.2): the error code alone, the
 * same for an unknown client, a wrong secret and none; {@code invalid_grant} for a code that is not
 * this client's.
 */
final class ClientRefusal implements AuthenticationEntryPoint, AuthenticationFailureHandler {

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    if (refusal instanceof OAuth2AuthenticationException oauth2) {
      String code = oauth2.getError().getErrorCode();
      if (code.equals(OAuth2ErrorCodes.INVALID_GRANT)) {
        write(response, HttpStatus.BAD_REQUEST, code);
        return;
      }
      if (!code.equals(OAuth2ErrorCodes.INVALID_CLIENT)) {
        write(response, HttpStatus.BAD_REQUEST, OAuth2ErrorCodes.INVALID_REQUEST);
        return;
      }
    }
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"rapporteur\"");
    write(response, HttpStatus.UNAUTHORIZED, OAuth2ErrorCodes.INVALID_CLIENT);
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    onAuthenticationFailure(request, response, refusal);
  }

  private static void write(HttpServletResponse response, HttpStatus status, String error)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response
        .getOutputStream()
        .write("{\"error\":\"%s\"}".formatted(error).getBytes(StandardCharsets.UTF_8));
  }
}
