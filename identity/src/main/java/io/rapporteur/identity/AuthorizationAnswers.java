package io.rapporteur.identity;

import io.rapporteur.identity.account.page.SignInResource;
import io.rapporteur.schemas.http.Problem;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What becomes of an authorization request that gets no code: who is not signed in goes to sign in
 * and comes back; what is wrong is told to the client where its address is believed, and to the
 * person where it is not (RFC 6749, section 4.1.2.1).
 */
final class AuthorizationAnswers implements AuthenticationEntryPoint, AuthenticationFailureHandler {

  private final URI pages;
  private final ProblemWriter problems;

  /**
   * @param pages where browsers reach the pages: another host has other cookies
   */
  AuthorizationAnswers(URI pages, ProblemWriter problems) {
    this.pages = pages;
    this.problems = problems;
  }

  /** The request itself was found right before. */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    String redirect = request.getParameter("redirect_uri");
    boolean silent =
        Arrays.asList(String.valueOf(request.getParameter("prompt")).split(" ", -1))
            .contains("none");
    if (silent && redirect != null) {
      toClient(response, redirect, "login_required", request.getParameter("state"));
      return;
    }
    String wanted = PeopleConfiguration.AUTHORIZE + "?" + request.getQueryString();
    response.sendRedirect(
        pages + SignInResource.PATH + "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    String error =
        refusal instanceof OAuth2AuthenticationException oauth2
            ? oauth2.getError().getErrorCode()
            : "server_error";
    OAuth2AuthorizationCodeRequestAuthenticationToken asked =
        refusal instanceof OAuth2AuthorizationCodeRequestAuthenticationException request1
            ? request1.getAuthorizationCodeRequestAuthentication()
            : null;
    String redirect = asked == null ? null : asked.getRedirectUri();
    if (asked != null && redirect != null && !redirect.isEmpty()) {
      toClient(response, redirect, error, asked.getState());
      return;
    }
    problems.write(
        response,
        Problem.of(
            ProblemType.MALFORMED_REQUEST,
            "The application that sent you here asked in a wrong way (%s).".formatted(error)));
  }

  private static void toClient(
      HttpServletResponse response, String redirect, String error, @Nullable String state)
      throws IOException {
    response.sendRedirect(
        UriComponentsBuilder.fromUriString(redirect)
            .queryParam("error", error)
            .queryParamIfPresent(
                "state",
                Optional.ofNullable(state)
                    .filter(s -> !s.isEmpty())
                    .map(s -> URLEncoder.encode(s, StandardCharsets.UTF_8)))
            .build(true)
            .toUriString());
  }
}
