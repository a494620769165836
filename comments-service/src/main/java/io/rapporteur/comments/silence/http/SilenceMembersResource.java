package io.rapporteur.comments.silence.http;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.http.CommentBody;
import io.rapporteur.comments.silence.Objection;
import io.rapporteur.comments.silence.SilenceProcedure;
import io.rapporteur.comments.silence.Silences;
import io.rapporteur.comments.silence.Step;
import io.rapporteur.comments.submission.Registration;
import io.rapporteur.comments.submission.http.RegistrationFields;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.access.Duty;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.http.TextLimit;
import io.rapporteur.schemas.revision.CanonicalJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the members of a body do: each says that the question has reached it, or objects. The
 * secretariat enters what it learned on paper. No path names a member, so that no list of requests
 * tells who objected.
 */
@RestController
@RequestMapping("/api/v1/silence/{id}")
public final class SilenceMembersResource {

  private static final int LARGEST_BODY = 64 * 1024;
  private static final TextLimit CODE = TextLimit.characters(40);
  private static final TextLimit REASON = TextLimit.characters(5_000);

  private final SilenceProcedure procedure;
  private final Clock clock;
  private final SilenceAnswers answers;

  /** Puts the door together. */
  public SilenceMembersResource(SilenceProcedure procedure, Silences silences, Clock clock) {
    this.procedure = procedure;
    this.clock = clock;
    this.answers = new SilenceAnswers(silences, clock);
  }

  @PostMapping("/deliveries")
  SilenceView deliver(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    Caller caller = Caller.of(authentication);
    answers.find(id, caller);
    var fields = new Fields(RequestBody.object(request, LARGEST_BODY));
    Instant now = now();
    Spoken spoken = spoken(fields, caller, now);
    refuse(fields);
    var delivered =
        new Step.Delivered(
            spoken.member(),
            spoken.registration().map(Registration::arrivedAt).orElse(now),
            spoken.registration());
    Map<String, Object> said = spoken.canonical("deliver", id);
    var act =
        new Act(caller.participant().orElse(caller.client()), caller.client(), key, now, said);
    return answers.of(procedure.deliver(act, id, delivered), caller);
  }

  @PostMapping("/objections")
  @ResponseStatus(HttpStatus.CREATED)
  SilenceView object(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    IdempotencyKey.of(request, response);
    Caller caller = Caller.of(authentication);
    answers.find(id, caller);
    var fields = new Fields(RequestBody.object(request, LARGEST_BODY));
    Instant now = now();
    Optional<String> reason = fields.optionalText("reason", REASON);
    Optional<String> language = CommentBody.optionalLanguage(fields, "language");
    if (reason.isPresent() != language.isPresent()) {
      fields.fault(
          reason.isPresent() ? "language" : "reason",
          "missing",
          "both the reason and its language, or neither");
    }
    Spoken spoken = spoken(fields, caller, now);
    refuse(fields);
    Map<String, Object> said = spoken.canonical("object", id);
    reason.ifPresent(text -> said.put("reason", text));
    language.ifPresent(tag -> said.put("language", tag));
    String digest = CanonicalJson.digest(said);
    return answers.of(
        procedure.object(
            id,
            objection ->
                new Objection(
                    id,
                    objection,
                    spoken.member(),
                    digest,
                    now,
                    caller.client(),
                    reason,
                    language,
                    spoken.registration())),
        caller);
  }

  /** For whom something is said, and how it arrived if the secretariat enters it. */
  private record Spoken(String member, Optional<Registration> registration) {

    Map<String, Object> canonical(String act, String question) {
      Map<String, Object> said = new TreeMap<>();
      said.put("act", act);
      said.put("question", question);
      said.put("member", member);
      registration.ifPresent(r -> said.put("registration", RegistrationFields.canonical(r)));
      return said;
    }
  }

  private static Spoken spoken(Fields fields, Caller caller, Instant now) {
    if (!caller.isSecretariat()) {
      if (!caller.has(Duty.CONTACT_POINT)) {
        throw new RefusedException(
            ProblemType.FORBIDDEN,
            "This is for a contact point of the delegation; this account has another duty.");
      }
      fields.refuseOthers();
      return new Spoken(caller.participant().orElseThrow(), Optional.empty());
    }
    String member = fields.text("participant", CODE);
    Optional<Fields> within = fields.object("registration");
    if (within.isEmpty()) {
      fields.fault("registration", "missing", "how it arrived, and when");
    }
    Optional<Registration> registration =
        within.flatMap(each -> RegistrationFields.read(each, caller.client()));
    registration
        .filter(r -> r.arrivedAt().isAfter(now))
        .ifPresent(
            r ->
                fields.fault(
                    "registration.arrivedAt", r.arrivedAt().toString(), "not in the future"));
    fields.refuseOthers();
    return new Spoken(member, registration);
  }

  private static void refuse(Fields fields) {
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
