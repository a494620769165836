package io.rapporteur.identity.session;

import io.rapporteur.identity.session.Step.Stage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Where people stand between two pages, each in a sealed cookie of the browser for ten minutes. The
 * next step of the same browser takes its place. Thread-safe.
 */
public final class Steps {

  private static final String COOKIE = "rapporteur_step";
  private static final String PURPOSE = "step";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Seal seal;
  private final Cookies cookies;
  private final Clock clock;

  /** Keeps them in these cookies. */
  public Steps(Seal seal, Cookies cookies, Clock clock) {
    this.seal = seal;
    this.cookies = cookies;
    this.clock = clock;
  }

  /** The step of a request, if it is at this stage. */
  public Optional<Step> of(HttpServletRequest request, Stage stage) {
    return cookies
        .read(request, COOKIE)
        .flatMap(value -> seal.open(PURPOSE, value))
        .flatMap(Step::of)
        .filter(step -> step.stage() == stage);
  }

  /** Takes a step. */
  public void take(HttpServletResponse response, Step step) {
    cookies.write(
        response,
        COOKIE,
        seal.close(PURPOSE, step.claims(), clock.instant().plus(PATIENCE)),
        PATIENCE);
  }

  /** Ends the way. */
  public void end(HttpServletResponse response) {
    cookies.clear(response, COOKIE);
  }
}
