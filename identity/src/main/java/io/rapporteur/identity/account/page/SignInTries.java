package io.rapporteur.identity.account.page;

import io.rapporteur.schemas.limits.ClientAddress;
import io.rapporteur.schemas.limits.Tries;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Holds back who guesses: for an account from one address five tries and one more each minute, for
 * an account from anywhere a hundred and one more each minute. A key that verifies its user is not
 * held back, so that nobody can be shut out by others' guesses. Thread-safe.
 */
public final class SignInTries {

  private static final int KEPT = 100_000;
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Tries here = new Tries(5, PAUSE, KEPT);
  private final Tries anywhere = new Tries(100, PAUSE, KEPT);

  /** Takes a try; answers how long to wait if there is none. */
  Optional<Duration> take(HttpServletRequest request, String account) {
    Optional<Duration> wait = here.take(key(request, account));
    return wait.isPresent() ? wait : anywhere.take(account);
  }

  /** After a try that was right. */
  void forgive(HttpServletRequest request, String account) {
    here.forgive(key(request, account));
  }

  private static String key(HttpServletRequest request, String account) {
    return ClientAddress.key(request.getRemoteAddr()) + " " + account;
  }
}
