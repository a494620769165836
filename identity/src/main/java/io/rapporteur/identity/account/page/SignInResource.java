package io.rapporteur.identity.account.page;

import io.rapporteur.identity.account.Account;
import io.rapporteur.identity.account.Person;
import io.rapporteur.identity.account.webauthn.Keys;
import io.rapporteur.identity.session.Session;
import io.rapporteur.identity.session.Sessions;
import io.rapporteur.identity.session.Step;
import io.rapporteur.identity.session.Step.Stage;
import io.rapporteur.identity.session.Steps;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Signing in: password and key, or a key that verifies its user, or password and recovery code. An
 * unknown account and a wrong password get the same answer after the same time.
 */
@RestController
@RequestMapping(SignInResource.PATH)
public final class SignInResource {

  /** Where people sign in. */
  public static final String PATH = "/people/sign-in";

  private static final String SECOND = PATH + "/second";
  private static final String OPTIONS = "options";

  private final Pages pages;
  private final SigningIn signingIn;
  private final SignInTries tries;
  private final Keys keys;
  private final Sessions sessions;
  private final Steps steps;

  /** Puts the door together. */
  public SignInResource(
      Pages pages,
      SigningIn signingIn,
      SignInTries tries,
      Keys keys,
      Sessions sessions,
      Steps steps) {
    this.pages = pages;
    this.signingIn = signingIn;
    this.tries = tries;
    this.keys = keys;
    this.sessions = sessions;
    this.steps = steps;
  }

  @GetMapping
  ResponseEntity<String> first(
      @RequestParam(required = false) @Nullable String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    return first(Next.of(next), "", request, response).answer();
  }

  @PostMapping
  ResponseEntity<String> password(
      @RequestParam(defaultValue = "") String account,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(required = false) @Nullable String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    Next then = Next.of(next);
    String id = account.strip();
    Optional<Duration> wait = tries.take(request, id);
    if (wait.isPresent()) {
      return held(first(then, id, request, response), wait.get(), response);
    }
    Optional<Account> known =
        PageFields.isTooLong(password) ? Optional.empty() : signingIn.byPassword(id, password);
    if (known.isEmpty()) {
      return first(then, id, request, response).problem("account", "wrong_password").answer();
    }
    steps.take(response, step(Stage.PASSWORD, known.get()));
    return Answers.to(then.after(SECOND));
  }

  @PostMapping("/passkey")
  ResponseEntity<String> keyAlone(
      @RequestParam(defaultValue = "") String credential,
      @RequestParam(required = false) @Nullable String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    Next then = Next.of(next);
    Optional<Account> known =
        steps.of(request, Stage.OPEN).flatMap(step -> signingIn.byKeyAlone(step, credential));
    if (known.isEmpty()) {
      return first(then, "", request, response).problem("", "wrong_key").answer();
    }
    return signedIn(
        known.get(), Session.VERIFYING_KEY, "sign-in-by-key", then.orOwnPage(), response);
  }

  @GetMapping("/second")
  ResponseEntity<String> second(
      @RequestParam(required = false) @Nullable String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    Next then = Next.of(next);
    return steps
        .of(request, Stage.PASSWORD)
        .flatMap(signingIn::of)
        .map(account -> second(account, then, request, response).answer())
        .orElseGet(() -> Answers.to(then.after(PATH)));
  }

  @PostMapping("/key")
  ResponseEntity<String> key(
      @RequestParam(defaultValue = "") String credential,
      @RequestParam(required = false) @Nullable String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    Next then = Next.of(next);
    Optional<Step> step = steps.of(request, Stage.PASSWORD);
    Optional<Account> account = step.flatMap(signingIn::of);
    if (account.isEmpty()) {
      return Answers.to(then.after(PATH));
    }
    Optional<Account> known = signingIn.byKey(account.get(), step.orElseThrow(), credential);
    if (known.isEmpty()) {
      return second(account.get(), then, request, response).problem("", "wrong_key").answer();
    }
    tries.forgive(request, known.get().id());
    return signedIn(known.get(), Session.PASSWORD_AND_KEY, "sign-in", then.orOwnPage(), response);
  }

  @PostMapping("/code")
  ResponseEntity<String> code(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(required = false) @Nullable String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    Next then = Next.of(next);
    Optional<Account> account = steps.of(request, Stage.PASSWORD).flatMap(signingIn::of);
    if (account.isEmpty()) {
      return Answers.to(then.after(PATH));
    }
    Optional<Duration> wait = tries.take(request, account.get().id());
    if (wait.isPresent()) {
      return held(second(account.get(), then, request, response), wait.get(), response);
    }
    Optional<Account> known =
        PageFields.isTooLong(code) ? Optional.empty() : signingIn.byCode(account.get(), code);
    if (known.isEmpty()) {
      return second(account.get(), then, request, response).problem("code", "wrong_code").answer();
    }
    tries.forgive(request, known.get().id());
    return signedIn(
        known.get(),
        Session.PASSWORD_AND_CODE,
        "sign-in-by-code",
        then.after(OwnAccountResource.PATH),
        response);
  }

  private ResponseEntity<String> signedIn(
      Account account, List<String> ways, String act, String next, HttpServletResponse response) {
    PageAudit.note(account, act);
    steps.end(response);
    sessions.begin(response, account, ways);
    return Answers.to(next);
  }

  private Pages.Page first(
      Next next, String account, HttpServletRequest request, HttpServletResponse response) {
    String challenge = keys.challenge();
    steps.take(response, new Step(Stage.OPEN, "", 0, challenge));
    return pages
        .page("sign_in", request, response)
        .put("account", account)
        .put(Next.PARAMETER, next.path())
        .put(OPTIONS, keys.requestOptions(Optional.empty(), challenge));
  }

  private Pages.Page second(
      Account account, Next next, HttpServletRequest request, HttpServletResponse response) {
    Step step = step(Stage.PASSWORD, account);
    steps.take(response, step);
    Person person = account.person().orElseThrow();
    return pages
        .page("second_factor", request, response)
        .put("account", account.id())
        .put("has_keys", !person.keys().isEmpty())
        .put(Next.PARAMETER, next.path())
        .put(OPTIONS, keys.requestOptions(Optional.of(account), step.challenge()));
  }

  private Step step(Stage stage, Account account) {
    return new Step(stage, account.id(), account.revision(), keys.challenge());
  }

  private static ResponseEntity<String> held(
      Pages.Page page, Duration wait, HttpServletResponse response) {
    long seconds = Math.max(1, Math.ceilDiv(wait.toMillis(), 1_000L));
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    return page.problem("", "too_many_tries", seconds)
        .status(HttpStatus.TOO_MANY_REQUESTS)
        .answer();
  }
}
