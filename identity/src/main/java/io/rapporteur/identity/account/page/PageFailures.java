package io.rapporteur.identity.account.page;

import io.rapporteur.schemas.log.OutcomeUnknownException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a person is told when a page cannot be answered. */
@ControllerAdvice(
    assignableTypes = {
      SignInResource.class,
      InvitationResource.class,
      OwnAccountResource.class,
      SignOutResource.class
    })
@Order(0)
public final class PageFailures implements AccessDeniedHandler {

  private static final Logger LOG = LoggerFactory.getLogger(PageFailures.class);

  private final Pages pages;

  /** Tells it on these pages. */
  public PageFailures(Pages pages) {
    this.pages = pages;
  }

  @ExceptionHandler
  ResponseEntity<String> outcomeUnknown(
      OutcomeUnknownException e, HttpServletRequest request, HttpServletResponse response) {
    LOG.warn("outcome unknown", e);
    return pages.page("not_now", request, response).status(HttpStatus.SERVICE_UNAVAILABLE).answer();
  }

  /** A form that did not come from a page of ours, or from one that is too old. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
      throws IOException {
    ResponseEntity<String> page =
        pages.page("stale", request, response).status(HttpStatus.FORBIDDEN).answer();
    response.setStatus(page.getStatusCode().value());
    response.setContentType("text/html;charset=UTF-8");
    response
        .getOutputStream()
        .write(Objects.requireNonNull(page.getBody()).getBytes(StandardCharsets.UTF_8));
  }
}
