package io.rapporteur.identity.account.page;

import io.rapporteur.identity.account.Account;
import io.rapporteur.identity.account.Accounts;
import io.rapporteur.identity.account.ManagingAccounts.Outcome;
import io.rapporteur.identity.account.OwnAccount;
import io.rapporteur.identity.account.Passwords;
import io.rapporteur.identity.account.PersonKey;
import io.rapporteur.identity.account.RecoveryCodes;
import io.rapporteur.identity.account.http.InvitationLinks;
import io.rapporteur.identity.account.webauthn.Keys;
import io.rapporteur.identity.session.Session;
import io.rapporteur.identity.session.Sessions;
import io.rapporteur.identity.session.Step;
import io.rapporteur.identity.session.Step.Stage;
import io.rapporteur.identity.session.Steps;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Taking an account into use: a password, then a key, then the recovery codes. Nothing is kept
 * before the key has been registered; the invitation opens until then, and not after it.
 */
@RestController
@RequestMapping(InvitationLinks.PATH)
public final class InvitationResource {

  private final Pages pages;
  private final Accounts accounts;
  private final OwnAccount own;
  private final Passwords passwords;
  private final Keys keys;
  private final Sessions sessions;
  private final Steps steps;

  /** Puts the door together. */
  public InvitationResource(
      Pages pages,
      Accounts accounts,
      OwnAccount own,
      Passwords passwords,
      Keys keys,
      Sessions sessions,
      Steps steps) {
    this.pages = pages;
    this.accounts = accounts;
    this.own = own;
    this.passwords = passwords;
    this.keys = keys;
    this.sessions = sessions;
    this.steps = steps;
  }

  @GetMapping
  ResponseEntity<String> invitation(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    return invited(code)
        .map(account -> invitation(account, code, request, response).answer())
        .orElseGet(() -> over(request, response));
  }

  @PostMapping
  ResponseEntity<String> password(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Account> account = invited(code);
    if (account.isEmpty()) {
      return over(request, response);
    }
    Pages.Page page = invitation(account.get(), code, request, response);
    if (!PageFields.isTaken(page, account.get(), password, again)) {
      return page.answer();
    }
    Step step = step(account.get(), code, passwords.hash(password));
    steps.take(response, step);
    return Answers.to(InvitationLinks.PATH + "/key");
  }

  @GetMapping("/key")
  ResponseEntity<String> key(HttpServletRequest request, HttpServletResponse response) {
    Optional<Step> step = steps.of(request, Stage.INVITED);
    return step.flatMap(this::account)
        .map(account -> key(account, step.orElseThrow(), request, response).answer())
        .orElseGet(() -> over(request, response));
  }

  @PostMapping("/key")
  ResponseEntity<String> register(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String credential,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Step> step = steps.of(request, Stage.INVITED);
    Optional<Account> account = step.flatMap(this::account);
    if (account.isEmpty()) {
      return over(request, response);
    }
    Step taken = step.orElseThrow();
    Optional<String> named = PageFields.keyName(name);
    if (named.isEmpty()) {
      return key(account.get(), taken, request, response).problem("name", "key_name").answer();
    }
    Optional<PersonKey> key =
        keys.register(account.get(), taken.challenge(), credential, named.get())
            .filter(made -> KnownKeys.isNew(accounts, made));
    if (key.isEmpty()) {
      return key(account.get(), taken, request, response).problem("", "key_not_made").answer();
    }
    RecoveryCodes codes = own.newCodes();
    return switch (own.enrol(
        account.get(), taken.invitation(), taken.password(), taken.challenge(), key.get(), codes)) {
      case Outcome.Refused refused -> over(request, response);
      case Outcome.Done done -> {
        Account enrolled = done.cards().getFirst();
        PageAudit.note(enrolled, "enrol");
        steps.end(response);
        sessions.begin(response, enrolled, Session.PASSWORD_AND_KEY);
        yield pages.page("codes", request, response).put("codes", codes.shown()).answer();
      }
    };
  }

  private Optional<Account> invited(String code) {
    return InvitationLinks.read(code)
        .flatMap(
            link ->
                accounts
                    .account(link.account())
                    .filter(account -> own.isInvited(account, link.code())));
  }

  private Optional<Account> account(Step step) {
    return accounts
        .account(step.account())
        .filter(account -> own.isInvited(account, step.invitation()));
  }

  private Step step(Account account, String code, String password) {
    return new Step(
        Stage.INVITED,
        account.id(),
        account.revision(),
        keys.challenge(),
        InvitationLinks.read(code).orElseThrow().code(),
        password);
  }

  private Pages.Page invitation(
      Account account, String code, HttpServletRequest request, HttpServletResponse response) {
    return pages
        .page("invitation", request, response)
        .put("account", account.id())
        .put("name", account.name())
        .put("code", code);
  }

  private Pages.Page key(
      Account account, Step before, HttpServletRequest request, HttpServletResponse response) {
    // A challenge is answered once: each page has its own.
    Step step =
        new Step(
            Stage.INVITED,
            before.account(),
            before.revision(),
            keys.challenge(),
            before.invitation(),
            before.password());
    steps.take(response, step);
    return pages
        .page("first_key", request, response)
        .put("options", keys.creationOptions(account, step.challenge()));
  }

  private ResponseEntity<String> over(HttpServletRequest request, HttpServletResponse response) {
    steps.end(response);
    return pages.page("invitation_over", request, response).status(HttpStatus.NOT_FOUND).answer();
  }
}
