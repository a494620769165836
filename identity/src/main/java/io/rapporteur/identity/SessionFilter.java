package io.rapporteur.identity;

import io.rapporteur.identity.session.Sessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the authorization server who is signed in. */
final class SessionFilter extends OncePerRequestFilter {

  private final Sessions sessions;

  SessionFilter(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    sessions
        .of(request, response)
        .ifPresent(
            known -> {
              SecurityContext context = SecurityContextHolder.createEmptyContext();
              context.setAuthentication(new PersonAuthentication(known.session(), known.account()));
              SecurityContextHolder.setContext(context);
            });
    chain.doFilter(request, response);
  }
}
