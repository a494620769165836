package io.rapporteur.identity.account.page;

import io.rapporteur.identity.account.Account;
import io.rapporteur.identity.account.Accounts;
import io.rapporteur.identity.account.KeyUse;
import io.rapporteur.identity.account.ManagingAccounts.Outcome;
import io.rapporteur.identity.account.OwnAccount;
import io.rapporteur.identity.account.Passwords;
import io.rapporteur.identity.account.Person;
import io.rapporteur.identity.account.PersonKey;
import io.rapporteur.identity.account.RecoveryCodes;
import io.rapporteur.identity.account.Refusal;
import io.rapporteur.identity.account.webauthn.Keys;
import io.rapporteur.identity.session.Sessions;
import io.rapporteur.identity.session.Sessions.SignedIn;
import io.rapporteur.identity.session.Step;
import io.rapporteur.identity.session.Step.Stage;
import io.rapporteur.identity.session.Steps;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The own account of who is signed in: keys, recovery codes and password. */
@RestController
@RequestMapping(OwnAccountResource.PATH)
public final class OwnAccountResource {

  /** Where people see their own account. */
  public static final String PATH = "/people/account";

  private final Pages pages;
  private final Accounts accounts;
  private final OwnAccount own;
  private final Passwords passwords;
  private final SignInTries tries;
  private final Keys keys;
  private final Sessions sessions;
  private final Steps steps;

  /** Puts the door together. */
  public OwnAccountResource(
      Pages pages,
      Accounts accounts,
      OwnAccount own,
      Passwords passwords,
      SignInTries tries,
      Keys keys,
      Sessions sessions,
      Steps steps) {
    this.pages = pages;
    this.accounts = accounts;
    this.own = own;
    this.passwords = passwords;
    this.tries = tries;
    this.keys = keys;
    this.sessions = sessions;
    this.steps = steps;
  }

  @GetMapping
  ResponseEntity<String> see(
      @RequestParam(required = false) @Nullable String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    return signedIn(
        request,
        response,
        known -> page(known, request, response).put(Next.PARAMETER, Next.of(next).path()).answer());
  }

  @PostMapping("/keys")
  ResponseEntity<String> addKey(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String credential,
      HttpServletRequest request,
      HttpServletResponse response) {
    return changing(
        request,
        response,
        known -> {
          Optional<String> named = PageFields.keyName(name);
          if (named.isEmpty()) {
            return page(known, request, response).problem("name", "key_name").answer();
          }
          Optional<Step> step =
              steps
                  .of(request, Stage.SIGNED_IN)
                  .filter(taken -> taken.account().equals(known.account().id()));
          Optional<PersonKey> key =
              step.flatMap(
                      taken ->
                          keys.register(
                              known.account(), taken.challenge(), credential, named.get()))
                  .filter(made -> KnownKeys.isNew(accounts, made));
          if (key.isEmpty()) {
            return page(known, request, response).problem("", "key_not_made").answer();
          }
          return changed(
              own.addKey(known.account(), step.orElseThrow().challenge(), key.get()),
              "add-key",
              known,
              request,
              response);
        });
  }

  @PostMapping("/keys/{number}/removal")
  ResponseEntity<String> removeKey(
      @PathVariable int number,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    return changing(
        request,
        response,
        known -> {
          Optional<String> typed =
              Optional.of(code).filter(c -> !c.isBlank() && !PageFields.isTooLong(c));
          if (typed.isPresent() && tries.take(request, known.account().id()).isPresent()) {
            return page(known, request, response).problem("removal", "wrong_code").answer();
          }
          return changed(
              own.removeKey(known.account(), number, typed),
              "remove-key",
              known,
              request,
              response);
        });
  }

  @PostMapping("/codes")
  ResponseEntity<String> renewCodes(HttpServletRequest request, HttpServletResponse response) {
    return changing(
        request,
        response,
        known -> {
          RecoveryCodes codes = own.newCodes();
          return switch (own.renewCodes(known.account(), codes)) {
            case Outcome.Refused refused -> refused(refused.why(), known, request, response);
            case Outcome.Done done -> {
              PageAudit.note(known.account(), "renew-codes");
              yield pages.page("codes", request, response).put("codes", codes.shown()).answer();
            }
          };
        });
  }

  @PostMapping("/password")
  ResponseEntity<String> changePassword(
      @RequestParam(defaultValue = "") String current,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request,
      HttpServletResponse response) {
    return changing(
        request,
        response,
        known -> {
          Account account = known.account();
          Pages.Page page = page(known, request, response);
          boolean held = tries.take(request, account.id()).isPresent();
          if (held
              || PageFields.isTooLong(current)
              || !passwords.matches(current, account.person().flatMap(Person::password))) {
            return page.problem("current", "wrong_current").answer();
          }
          if (!PageFields.isTaken(page, account, password, again)) {
            return page.answer();
          }
          tries.forgive(request, account.id());
          return changed(
              own.changePassword(account, passwords.hash(password)),
              "change-password",
              known,
              request,
              response);
        });
  }

  private ResponseEntity<String> signedIn(
      HttpServletRequest request,
      HttpServletResponse response,
      Function<SignedIn, ResponseEntity<String>> then) {
    return sessions
        .of(request, response)
        .map(then)
        .orElseGet(() -> Answers.to(SignInResource.PATH));
  }

  /** Who signed in long ago signs in again before changing anything. */
  private ResponseEntity<String> changing(
      HttpServletRequest request,
      HttpServletResponse response,
      Function<SignedIn, ResponseEntity<String>> then) {
    return signedIn(
        request,
        response,
        known ->
            sessions.isRecent(known.session())
                ? then.apply(known)
                : Answers.to(SignInResource.PATH));
  }

  private ResponseEntity<String> changed(
      Outcome outcome,
      String act,
      SignedIn known,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (outcome) {
      case Outcome.Refused refused -> refused(refused.why(), known, request, response);
      case Outcome.Done done -> {
        PageAudit.note(known.account(), act);
        sessions.goOn(response, known.session(), done.cards().getFirst());
        yield Answers.to(PATH);
      }
    };
  }

  private ResponseEntity<String> refused(
      Refusal why, SignedIn known, HttpServletRequest request, HttpServletResponse response) {
    Pages.Page page = page(known, request, response);
    return switch (why) {
      case WRONG_CODE -> page.problem("removal", "wrong_code").answer();
      case LAST_KEY -> page.problem("removal", "last_key").answer();
      case TOO_MANY_KEYS -> page.problem("", "too_many_keys", Person.MOST_KEYS).answer();
      default -> page.problem("", "not_done").answer();
    };
  }

  private Pages.Page page(
      SignedIn known, HttpServletRequest request, HttpServletResponse response) {
    Account account = known.account();
    Person person = account.person().orElseThrow();
    String challenge = keys.challenge();
    steps.take(response, new Step(Stage.SIGNED_IN, account.id(), account.revision(), challenge));
    Pages.Page page = pages.page("own_account", request, response);
    return page.put("account", account.id())
        .put("name", account.name())
        .put("keys", person.keys().stream().map(key -> shown(key, page.language())).toList())
        .put("last_key", person.keys().size() == 1)
        .put("codes_left", Words.say(page.language(), "codes_left", person.codes().size()))
        .put("by_code", known.session().isByCode())
        .put(Next.PARAMETER, "")
        .put("options", keys.creationOptions(account, challenge));
  }

  private Map<String, Object> shown(PersonKey key, PageLanguage language) {
    var date =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(language.locale())
            .withZone(ZoneOffset.UTC);
    Map<String, Object> shown = new HashMap<>();
    shown.put("number", key.number());
    shown.put("key_name", key.name());
    shown.put("created", date.format(key.createdAt()));
    shown.put(
        "used",
        accounts
            .use(key.credential())
            .flatMap(KeyUse::usedAt)
            .map(date::format)
            .orElseGet(() -> Words.say(language, "never_used")));
    return shown;
  }
}
