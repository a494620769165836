package io.rapporteur.comments.silence.http;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.silence.SilenceProcedure;
import io.rapporteur.comments.silence.Silences;
import io.rapporteur.comments.silence.Step;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.deadline.TimeInZone;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.http.TextLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The secretariat puts questions here, extends and withdraws them; who may know of them reads. */
@RestController
@RequestMapping("/api/v1/silence")
public final class SilenceResource {

  private static final int LARGEST_BODY = 256 * 1024;
  private static final TextLimit REASON = TextLimit.characters(2_000);

  private final SilenceProcedure procedure;
  private final Silences silences;
  private final Consultations consultations;
  private final Clock clock;
  private final SilenceAnswers answers;

  /** Puts the door together. */
  public SilenceResource(
      SilenceProcedure procedure, Silences silences, Consultations consultations, Clock clock) {
    this.procedure = procedure;
    this.silences = silences;
    this.consultations = consultations;
    this.clock = clock;
    this.answers = new SilenceAnswers(silences, clock);
  }

  /** The procedures that a caller may know of, the latest first. */
  record SilencesView(List<SilenceView> questions) {}

  @GetMapping
  SilencesView all(Authentication authentication) {
    Caller caller = Caller.of(authentication);
    return new SilencesView(
        silences.all().stream()
            .filter(silence -> SilenceAnswers.mayKnow(silence, caller))
            .map(silence -> answers.view(silence, caller))
            .toList());
  }

  @GetMapping("/{id}")
  SilenceView one(@PathVariable String id, Authentication authentication) {
    Caller caller = Caller.of(authentication);
    return answers.view(answers.find(id, caller), caller);
  }

  @PostMapping
  ResponseEntity<SilenceView> put(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    SilenceBody body =
        SilenceBody.read(RequestBody.object(request, LARGEST_BODY), this::participates);
    Instant now = now();
    Act act = act(authentication, key, now, body.canonical());
    List<Fault> faults = new ArrayList<>(body.faults());
    // A retry is answered whenever it comes.
    boolean retry = silences.silence(act.requestId().created().toString()).isPresent();
    if (faults.isEmpty() && !retry && !body.question().closesAt().isAfter(now)) {
      faults.add(Fault.of("closesAt", body.question().closesAt().toString(), "later than " + now));
    }
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    SilenceView view = answers.of(procedure.put(act, body.question()), Caller.of(authentication));
    return ResponseEntity.created(URI.create("/api/v1/silence/" + view.id())).body(view);
  }

  @PostMapping("/{id}/extensions")
  SilenceView extend(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    var fields = new Fields(RequestBody.object(request, LARGEST_BODY));
    Optional<Instant> closesAt =
        TimeInZone.read(fields, "closesAt", silences.silence(id).map(s -> s.question().zone()));
    if (closesAt.isEmpty()) {
      fields.fault("closesAt", "missing", "the new deadline, such as 2021-03-01T18:00:00+01:00");
    }
    String reason = fields.text("reason", REASON);
    fields.refuseOthers();
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
    Instant until = closesAt.orElseThrow();
    Map<String, Object> said =
        Map.of("act", "extend", "question", id, "closesAt", until.toString(), "reason", reason);
    return answers.of(
        procedure.extend(
            act(authentication, key, now(), said), id, new Step.Extended(until, reason)),
        Caller.of(authentication));
  }

  @PostMapping("/{id}/withdrawal")
  SilenceView withdraw(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    var fields = new Fields(RequestBody.object(request, LARGEST_BODY));
    String reason = fields.text("reason", REASON);
    fields.refuseOthers();
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
    Map<String, Object> said = Map.of("act", "withdraw", "question", id, "reason", reason);
    return answers.of(
        procedure.withdraw(act(authentication, key, now(), said), id, new Step.Withdrawn(reason)),
        Caller.of(authentication));
  }

  private boolean participates(String code) {
    if (consultations.participant(code).isPresent()) {
      return true;
    }
    if (!consultations.catchUp()) {
      throw new RefusedException(
          ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
    }
    return consultations.participant(code).isPresent();
  }

  private static Act act(
      Authentication authentication, String key, Instant now, Map<String, Object> said) {
    String client = Caller.of(authentication).client();
    return new Act(client, client, key, now, said);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
