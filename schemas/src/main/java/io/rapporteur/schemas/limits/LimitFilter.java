package io.rapporteur.schemas.limits;

import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.Problem;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.ProblemWriter;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.limits.Budgets.Taken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds requests to a budget. Every answer says how the budget stands ({@code RateLimit-Policy} and
 * {@code RateLimit}, draft-ietf-httpapi-ratelimit-headers-09); a request beyond it is answered 429
 * with the key that it was sent with, and nothing was done.
 */
final class LimitFilter extends OncePerRequestFilter {

  private final Budgets budgets;
  private final Function<HttpServletRequest, Optional<String>> key;
  private final Consumer<HttpServletRequest> onRefusal;
  private final ProblemWriter problems;

  /**
   * @param key whose budget it is; empty if the request has none
   * @param onRefusal what else is done with a request beyond the budget
   */
  LimitFilter(
      Budgets budgets,
      Function<HttpServletRequest, Optional<String>> key,
      Consumer<HttpServletRequest> onRefusal,
      ProblemWriter problems) {
    this.budgets = budgets;
    this.key = key;
    this.onRefusal = onRefusal;
    this.problems = problems;
  }

  /** Several of them stand in one chain. */
  @Override
  protected String getAlreadyFilteredAttributeName() {
    return LimitFilter.class.getName() + "." + budgets.budget().name();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> whose = key.apply(request);
    if (whose.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    Taken taken = budgets.take(whose.get());
    response.addHeader("RateLimit-Policy", budgets.budget().policy());
    response.addHeader("RateLimit", taken.state(budgets.budget()));
    if (taken.within()) {
      chain.doFilter(request, response);
      return;
    }
    onRefusal.accept(request);
    repeatKey(request, response);
    response.setHeader(
        HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, Taken.seconds(taken.untilNext()))));
    problems.write(
        response,
        Problem.of(
            ProblemType.TOO_MANY_REQUESTS,
            "Nothing was done. The %s may ask %d times a second, and %d times at once."
                .formatted(
                    budgets.budget().name().equals("account") ? "account" : "address",
                    budgets.budget().perSecond(),
                    budgets.budget().burst())));
  }

  private static void repeatKey(HttpServletRequest request, HttpServletResponse response) {
    if (request.getHeader(IdempotencyKey.HEADER) == null) {
      return;
    }
    try {
      IdempotencyKey.of(request, response);
    } catch (RefusedException e) {
      // A key that cannot be named is not repeated.
    }
  }
}
