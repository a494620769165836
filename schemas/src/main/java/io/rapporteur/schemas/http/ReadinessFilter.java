package io.rapporteur.schemas.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Until the views of a service have reached the end of the log as of its start, it answers nothing
 * else than that.
 */
public class ReadinessFilter extends OncePerRequestFilter {

  private final BooleanSupplier ready;
  private final ProblemWriter problems;

  /** Asks at each request. */
  public ReadinessFilter(BooleanSupplier ready, ProblemWriter problems) {
    this.ready = ready;
    this.problems = problems;
  }

  @Override
  protected final void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (ready.getAsBoolean()) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader("Retry-After", "1");
    problems.write(
        response,
        Problem.of(
            ProblemType.NOT_READY, "The service is still reading the log; ask again in a second."));
  }
}
