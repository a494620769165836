package io.rapporteur.identity.account.http;

import io.rapporteur.identity.account.Account;
import io.rapporteur.identity.account.Accounts;
import io.rapporteur.identity.account.Holder;
import io.rapporteur.identity.account.ManagingAccounts;
import io.rapporteur.identity.account.ManagingAccounts.Outcome;
import io.rapporteur.identity.account.Request;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.access.Duty;
import io.rapporteur.schemas.audit.Note;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.revision.CanonicalJson;
import io.rapporteur.schemas.revision.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Accounts are managed here: all by the secretariat, those of a delegation by its contact point.
 * Another delegation's account and a missing one give the same 404.
 */
@RestController
@RequestMapping("/api/v1/accounts")
public final class AccountsResource {

  private static final int LARGEST_BODY = 64 * 1024;

  private final ManagingAccounts managing;
  private final Accounts accounts;
  private final InvitationLinks links;
  private final Clock clock;

  /** Puts the door together. */
  public AccountsResource(
      ManagingAccounts managing, Accounts accounts, InvitationLinks links, Clock clock) {
    this.managing = managing;
    this.accounts = accounts;
    this.links = links;
    this.clock = clock;
  }

  @GetMapping
  Map<String, Object> all(
      @RequestParam(required = false) @Nullable String participant, Authentication authentication) {
    Caller caller = manager(authentication);
    return Map.of(
        "accounts",
        accounts.all().stream()
            .filter(account -> manages(caller, account.holder()))
            .filter(
                account ->
                    participant == null
                        || account.holder().participant().filter(participant::equals).isPresent())
            .map(this::view)
            .toList());
  }

  @GetMapping("/{id}")
  ResponseEntity<AccountView> one(@PathVariable String id, Authentication authentication) {
    return uncached(ResponseEntity.ok(), view(find(id, manager(authentication))));
  }

  @PostMapping
  ResponseEntity<AccountView> create(
      HttpServletRequest http, HttpServletResponse response, Authentication authentication)
      throws IOException {
    Caller caller = manager(authentication);
    var fields = new Fields(RequestBody.object(http, LARGEST_BODY));
    Optional<Holder> holder = AccountFields.holder(fields, caller, accounts);
    boolean person = AccountFields.ofAPerson(fields);
    String name = fields.text("name", AccountFields.NAME);
    Set<Duty> duties = AccountFields.duties(fields);
    String reference = fields.text("reference", AccountFields.REFERENCE);
    refuse(fields);
    Map<String, Object> asked = asked(person ? "invite" : "create", "");
    asked.put("holder", holder.orElseThrow().key());
    asked.put("name", name);
    asked.put("duties", duties.stream().map(Duty::claim).sorted().toList());
    Request request = request(http, response, caller, asked, reference);
    Outcome.Done done =
        done(
            person
                ? managing.invite(holder.get(), name, duties, request)
                : managing.create(holder.get(), name, duties, request));
    Account made = done.cards().getFirst();
    Note.of(person ? "invite-person" : "create-account", made.id());
    return uncached(
        ResponseEntity.created(URI.create("/api/v1/accounts/" + made.id())), view(made, done));
  }

  @PutMapping("/{id}/duties")
  ResponseEntity<AccountView> duties(
      @PathVariable String id,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    Caller caller = manager(authentication);
    var fields = new Fields(RequestBody.object(http, LARGEST_BODY));
    Account account = find(id, caller);
    if (account.holder().participant().isEmpty()) {
      fields.fault("duties", "given", "an account of a delegation; others have no duties");
    }
    Set<Duty> duties = AccountFields.duties(fields);
    String reference = fields.text("reference", AccountFields.REFERENCE);
    refuse(fields);
    Map<String, Object> asked = asked("duties", id);
    asked.put("duties", duties.stream().map(Duty::claim).sorted().toList());
    Request request = request(http, response, caller, asked, reference);
    return changed("change-duties", managing.changeDuties(account, duties, request));
  }

  @PostMapping("/{id}/secrets")
  ResponseEntity<AccountView> rotate(
      @PathVariable String id,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    Caller caller = manager(authentication);
    var fields = new Fields(RequestBody.object(http, LARGEST_BODY));
    Account account = find(id, caller);
    String reference = fields.text("reference", AccountFields.REFERENCE);
    refuse(fields);
    Request request = request(http, response, caller, asked("add-secret", id), reference);
    Outcome.Done done = done(managing.addSecret(account, request));
    Note.of("add-secret", id);
    return uncached(ResponseEntity.status(201), view(done.cards().getFirst(), done));
  }

  @PostMapping("/{id}/invitations")
  ResponseEntity<AccountView> inviteAnew(
      @PathVariable String id,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    Caller caller = manager(authentication);
    var fields = new Fields(RequestBody.object(http, LARGEST_BODY));
    Account account = find(id, caller);
    String reference = fields.text("reference", AccountFields.REFERENCE);
    refuse(fields);
    Request request = request(http, response, caller, asked("invite-anew", id), reference);
    Outcome.Done done = done(managing.inviteAnew(account, request));
    Note.of("reset-person", id);
    return uncached(ResponseEntity.status(201), view(done.cards().getFirst(), done));
  }

  @DeleteMapping("/{id}/secrets/{number}")
  ResponseEntity<AccountView> revokeSecret(
      @PathVariable String id,
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String reference,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication) {
    Caller caller = manager(authentication);
    Account account = find(id, caller);
    if (!number.matches("[1-9][0-9]{0,8}")) {
      throw missing();
    }
    Map<String, Object> asked = asked("revoke-secret", id);
    asked.put("number", number);
    Request request = request(http, response, caller, asked, inQuery(reference));
    return changed(
        "revoke-secret", managing.revokeSecret(account, Integer.parseInt(number), request));
  }

  @DeleteMapping("/{id}")
  ResponseEntity<AccountView> revoke(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String reference,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication) {
    Caller caller = manager(authentication);
    Account account = find(id, caller);
    Request request = request(http, response, caller, asked("revoke", id), inQuery(reference));
    return changed("revoke-account", managing.revoke(account, request));
  }

  @PostMapping("/hand-overs")
  Map<String, Object> handOver(
      HttpServletRequest http, HttpServletResponse response, Authentication authentication)
      throws IOException {
    Caller caller = manager(authentication);
    if (!caller.isSecretariat()) {
      throw new RefusedException(
          ProblemType.FORBIDDEN, "The secretariat hands a delegation over, on its note.");
    }
    var fields = new Fields(RequestBody.object(http, LARGEST_BODY));
    String participant = fields.text("participant", AccountFields.NAME);
    String id = fields.text("account", AccountFields.NAME);
    Optional<Account> account =
        accounts
            .account(id)
            .filter(a -> a.holder().participant().filter(participant::equals).isPresent());
    if (account.isEmpty() && !id.isEmpty()) {
      fields.fault("account", id, "an account of the participant");
    }
    String reference = fields.text("reference", AccountFields.REFERENCE);
    refuse(fields);
    Request request = request(http, response, caller, asked("hand-over", id), reference);
    Outcome.Done done = done(managing.handOver(account.orElseThrow(), request));
    Note.of("hand-over", id);
    return Map.of("accounts", done.cards().stream().map(this::view).toList());
  }

  private ResponseEntity<AccountView> changed(String act, Outcome outcome) {
    Account account = done(outcome).cards().getFirst();
    Note.of(act, account.id());
    return uncached(ResponseEntity.ok(), view(account));
  }

  private AccountView view(Account account) {
    return AccountView.of(account, accounts);
  }

  private AccountView view(Account account, Outcome.Done done) {
    return account.isOfAPerson()
        ? AccountView.of(
            account,
            accounts,
            Optional.empty(),
            done.secret().map(code -> links.link(account.id(), code)))
        : AccountView.of(account, accounts, done.secret(), Optional.empty());
  }

  private static Outcome.Done done(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> done;
      case Outcome.Refused refused -> throw Refusals.of(refused.why());
    };
  }

  private Request request(
      HttpServletRequest http,
      HttpServletResponse response,
      Caller caller,
      Map<String, Object> asked,
      String reference) {
    asked.put("reference", reference);
    return new Request(
        caller.client(),
        RequestId.of(caller.client(), IdempotencyKey.of(http, response)),
        CanonicalJson.digest(asked),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        reference);
  }

  private static Map<String, Object> asked(String act, String id) {
    Map<String, Object> asked = new TreeMap<>();
    asked.put("act", act);
    asked.put("account", id);
    return asked;
  }

  private static String inQuery(@Nullable String reference) {
    if (reference == null
        || reference.isBlank()
        || AccountFields.REFERENCE.fault(reference).isPresent()) {
      throw new RefusedException(
          List.of(
              Fault.of(
                  "reference",
                  reference == null ? "missing" : reference,
                  "a parameter of the query, " + AccountFields.REFERENCE.expected())));
    }
    return reference;
  }

  private static void refuse(Fields fields) {
    fields.refuseOthers();
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
  }

  /** The caller, if it manages accounts at all. */
  private static Caller manager(Authentication authentication) {
    Caller caller = Caller.of(authentication);
    if (caller.isSecretariat() || caller.has(Duty.CONTACT_POINT)) {
      return caller;
    }
    throw new RefusedException(
        ProblemType.FORBIDDEN, "Accounts of a delegation are managed by its contact point.");
  }

  private static boolean manages(Caller caller, Holder holder) {
    return caller.isSecretariat() || holder.participant().filter(caller::belongsTo).isPresent();
  }

  private Account find(String id, Caller caller) {
    var account = accounts.account(id);
    if (account.isEmpty() && accounts.catchUp()) {
      account = accounts.account(id);
    }
    return account
        .filter(found -> manages(caller, found.holder()))
        .orElseThrow(AccountsResource::missing);
  }

  private static RefusedException missing() {
    return new RefusedException(ProblemType.NOT_FOUND, "There is no such account here.");
  }

  private static ResponseEntity<AccountView> uncached(
      ResponseEntity.BodyBuilder answer, AccountView view) {
    return answer.cacheControl(CacheControl.noStore()).body(view);
  }
}
