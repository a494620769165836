package io.rapporteur.identity.account.page;

import io.rapporteur.identity.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Signing out, also for clients (OpenID Connect RP-Initiated Logout 1.0): the person is asked,
 * since no {@code id_token_hint} is looked at, and is sent on to an address of the settings alone.
 */
@RestController
@RequestMapping(SignOutResource.PATH)
public final class SignOutResource {

  /** Where people sign out. */
  public static final String PATH = "/people/sign-out";

  private final Pages pages;
  private final Sessions sessions;
  private final BiPredicate<String, String> mayGoTo;

  /**
   * @param mayGoTo whether a client may send there after signing out
   */
  public SignOutResource(Pages pages, Sessions sessions, BiPredicate<String, String> mayGoTo) {
    this.pages = pages;
    this.sessions = sessions;
    this.mayGoTo = mayGoTo;
  }

  @GetMapping
  ResponseEntity<String> ask(
      @RequestParam(name = "client_id", required = false) @Nullable String client,
      @RequestParam(name = "post_logout_redirect_uri", required = false) @Nullable String uri,
      @RequestParam(required = false) @Nullable String state,
      HttpServletRequest request,
      HttpServletResponse response) {
    return pages
        .page("sign_out", request, response)
        .put("client", client == null ? "" : client)
        .put("uri", uri == null ? "" : uri)
        .put("state", state == null ? "" : state)
        .answer();
  }

  @PostMapping
  ResponseEntity<String> signOut(
      @RequestParam(name = "client_id", required = false) @Nullable String client,
      @RequestParam(name = "post_logout_redirect_uri", required = false) @Nullable String uri,
      @RequestParam(required = false) @Nullable String state,
      HttpServletRequest request,
      HttpServletResponse response) {
    sessions.of(request, response).ifPresent(known -> PageAudit.note(known.account(), "sign-out"));
    sessions.end(request, response);
    if (client != null && uri != null && mayGoTo.test(client, uri)) {
      return Answers.to(
          UriComponentsBuilder.fromUriString(uri)
              .queryParamIfPresent(
                  "state", Optional.ofNullable(state).filter(s -> !s.isEmpty()).map(Pages::encoded))
              .build(true)
              .toUriString());
    }
    return pages.page("signed_out", request, response).answer();
  }
}
