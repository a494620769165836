package io.rapporteur.comments.feed.webhook.http;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.draft.http.DelegationCaller;
import io.rapporteur.comments.feed.webhook.Registering;
import io.rapporteur.comments.feed.webhook.Registering.Outcome;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.access.Duty;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.http.TextLimit;
import io.rapporteur.schemas.webhook.WebhookClient;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The webhook of the caller's delegation, for its contact point. An address that no call may go to
 * is refused here, and again at each call.
 */
@RestController
@RequestMapping("/api/v1/feed/webhook")
public final class WebhookResource {

  private static final int LARGEST_BODY = 8 * 1024;
  private static final TextLimit URL = new TextLimit(500, "an address");
  private static final TextLimit CURSOR = new TextLimit(2_000, "a cursor");

  private final Registering registering;
  private final Consultations consultations;
  private final Optional<WebhookClient> client;
  private final Clock clock;

  /**
   * Puts the door together.
   *
   * @param client what calls them; empty if none is called from here
   */
  public WebhookResource(
      Registering registering,
      Consultations consultations,
      Optional<WebhookClient> client,
      Clock clock) {
    this.registering = registering;
    this.consultations = consultations;
    this.client = client;
    this.clock = clock;
  }

  @PutMapping
  ResponseEntity<WebhookView> register(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    DelegationCaller caller = caller(authentication);
    var fields = new Fields(RequestBody.object(request, LARGEST_BODY));
    String text = fields.text("url", URL);
    Optional<String> cursor = fields.optionalText("cursor", CURSOR);
    fields.refuseOthers();
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
    URI url = address(text);
    Map<String, Object> said = new TreeMap<>(Map.of("act", "register", "url", text));
    cursor.ifPresent(from -> said.put("cursor", from));
    return answer(registering.register(act(caller, key, said), url, cursor), cursor.orElse(""));
  }

  @GetMapping
  WebhookView standing(Authentication authentication) {
    return registering
        .standing(caller(authentication).participant())
        .map(webhook -> WebhookView.of(webhook, Optional.empty()))
        .orElseThrow(WebhookResource::none);
  }

  @DeleteMapping
  ResponseEntity<WebhookView> remove(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
    String key = IdempotencyKey.of(request, response);
    DelegationCaller caller = caller(authentication);
    answer(registering.remove(act(caller, key, Map.of("act", "remove"))), "");
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/secret")
  ResponseEntity<WebhookView> rotate(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
    String key = IdempotencyKey.of(request, response);
    DelegationCaller caller = caller(authentication);
    return answer(registering.rotate(act(caller, key, Map.of("act", "rotate"))), "");
  }

  private DelegationCaller caller(Authentication authentication) {
    var caller = DelegationCaller.of(Caller.of(authentication), consultations);
    if (!caller.duties().contains(Duty.CONTACT_POINT)) {
      throw new RefusedException(
          ProblemType.FORBIDDEN,
          "This is for a contact point of the delegation; this account has another duty.");
    }
    if (client.isEmpty()) {
      throw new RefusedException(
          ProblemType.WEBHOOKS_OFF,
          "rapporteur.comments.feed.webhooks: off (expected: hosts that may be called)");
    }
    return caller;
  }

  private Act act(DelegationCaller caller, String key, Map<String, Object> said) {
    return caller.act(key, clock.instant().truncatedTo(ChronoUnit.MILLIS), said);
  }

  private URI address(String text) {
    Optional<String> expected = Optional.of("an address of https");
    try {
      var url = new URI(text);
      if (url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null) {
        expected = client.orElseThrow().refuses(url);
      }
      if (expected.isEmpty()) {
        return url;
      }
    } catch (URISyntaxException e) {
      // It is none.
    }
    throw new RefusedException(
        List.of(
            Fault.of(
                ProblemType.WEBHOOK_ADDRESS_REFUSED,
                "url",
                text,
                expected.orElseThrow(),
                List.of())));
  }

  private static ResponseEntity<WebhookView> answer(Outcome outcome, String cursor) {
    return switch (outcome) {
      case Registering.Done(var change, var secret) ->
          ResponseEntity.ok(WebhookView.of(change.after(), secret));
      case Registering.NoWebhook no -> throw none();
      case Registering.KeyReused reused ->
          throw new RefusedException(
              ProblemType.IDEMPOTENCY_KEY_REUSED,
              "Idempotency-Key: used before for another request (expected: a new key for a new request)");
      case Registering.NoSuchCursor no ->
          throw new RefusedException(
              List.of(
                  Fault.of(
                      ProblemType.MALFORMED_REQUEST,
                      "cursor",
                      cursor,
                      "the cursor of an earlier answer to this delegation",
                      List.of())));
      case Registering.ViewBehind behind ->
          throw new RefusedException(
              ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
    };
  }

  private static RefusedException none() {
    return new RefusedException(ProblemType.NOT_FOUND, "This delegation has no webhook.");
  }
}
