package io.rapporteur.schemas.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** Answers for the filter chain, before any resource is reached. */
public final class ProblemWriter implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final JsonMapper mapper;

  ProblemWriter(JsonMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    boolean tokenRefused = refusal instanceof OAuth2AuthenticationException;
    // RFC 6750, section 3.1: no error code where no token was shown.
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE, tokenRefused ? "Bearer error=\"invalid_token\"" : "Bearer");
    write(
        response,
        Problem.of(
            ProblemType.UNAUTHENTICATED,
            tokenRefused
                ? "The token is refused: expired, taken back, of another issuer, or not signed by it."
                : "This needs a bearer token."));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
      throws IOException {
    write(
        response,
        Problem.of(ProblemType.FORBIDDEN, "The role of this token does not open this door."));
  }

  /** Writes a problem as the whole answer. */
  public void write(HttpServletResponse response, Problem problem) throws IOException {
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getOutputStream().write(mapper.writeValueAsBytes(problem));
  }
}
