package io.rapporteur.identity.session;

import io.rapporteur.identity.account.Account;
import io.rapporteur.identity.account.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Sessions of people, each in a sealed cookie of its browser. A session ends when it has not been
 * used for the idle time, at its longest time, when it is signed out, and at once when the account
 * is revoked, reset, or taken back in another way. Thread-safe.
 */
public final class Sessions {

  private static final String COOKIE = "rapporteur_session";
  private static final String PURPOSE = "session";
  private static final Duration RECENT = Duration.ofMinutes(15);

  private final Seal seal;
  private final Cookies cookies;
  private final Accounts accounts;
  private final Spent signedOut;
  private final Duration idle;
  private final Duration longest;
  private final Clock clock;

  /**
   * @param idle how long a session lasts without being used
   * @param longest how long it lasts at most
   */
  public Sessions(
      Seal seal, Cookies cookies, Accounts accounts, Duration idle, Duration longest, Clock clock) {
    this.seal = seal;
    this.cookies = cookies;
    this.accounts = accounts;
    this.signedOut = new Spent(longest);
    this.idle = idle;
    this.longest = longest;
    this.clock = clock;
  }

  /** The session of a request with its account; using it makes it last. */
  public Optional<SignedIn> of(HttpServletRequest request, HttpServletResponse response) {
    Optional<SignedIn> signedIn =
        cookies
            .read(request, COOKIE)
            .flatMap(value -> seal.open(PURPOSE, value))
            .flatMap(Session::of)
            .flatMap(this::standing);
    signedIn.ifPresent(known -> write(response, known.session()));
    return signedIn;
  }

  /** Whether it still stands, with its account. */
  public Optional<SignedIn> standing(Session session) {
    if (signedOut.has(session.id()) || !clock.instant().isBefore(end(session))) {
      return Optional.empty();
    }
    return accounts
        .account(session.account())
        .filter(Account::isLive)
        .filter(account -> session.revision() >= account.tokensFrom())
        .map(account -> new SignedIn(session, account));
  }

  /** Whether both factors were shown a short while ago: what changes an account asks for that. */
  public boolean isRecent(Session session) {
    return clock.instant().isBefore(session.signedInAt().plus(RECENT));
  }

  /** Begins a session. */
  public void begin(HttpServletResponse response, Account account, List<String> ways) {
    write(
        response,
        new Session(
            UUID.randomUUID().toString(), account.id(), account.revision(), clock.instant(), ways));
  }

  /** Goes on after an act of its own person that ended the others. */
  public void goOn(HttpServletResponse response, Session session, Account account) {
    write(response, session.at(account.revision()));
  }

  /** Ends a session. */
  public void end(HttpServletRequest request, HttpServletResponse response) {
    cookies
        .read(request, COOKIE)
        .flatMap(value -> seal.open(PURPOSE, value))
        .flatMap(Session::of)
        .ifPresent(session -> signedOut.spend(session.id()));
    cookies.clear(response, COOKIE);
  }

  private Instant end(Session session) {
    return session.signedInAt().plus(longest);
  }

  private void write(HttpServletResponse response, Session session) {
    Instant idleUntil = clock.instant().plus(idle);
    Instant until = idleUntil.isBefore(end(session)) ? idleUntil : end(session);
    cookies.write(response, COOKIE, seal.close(PURPOSE, session.claims(), until));
  }

  /** Who is signed in. */
  public record SignedIn(Session session, Account account) {}
}
