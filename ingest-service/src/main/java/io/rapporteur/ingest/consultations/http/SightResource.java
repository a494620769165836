package io.rapporteur.ingest.consultations.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.consultations.Change;
import io.rapporteur.ingest.consultations.Consultation;
import io.rapporteur.ingest.consultations.Consultation.Sight;
import io.rapporteur.ingest.consultations.Consultations;
import io.rapporteur.ingest.http.Requests;
import io.rapporteur.schemas.access.Role;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.http.TextLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who beside the secretariat sees sealed comments: chair, rapporteur or bureau, if the secretariat
 * grants it, with a reason and for as long as it says. For the secretariat alone.
 */
@RestController
@RequestMapping("/api/v1/consultations/{id}/sight")
public final class SightResource {

  private static final int LARGEST_BODY = 64 * 1024;
  private static final TextLimit REASON = TextLimit.characters(2_000);
  private static final Map<String, Role> ROLES =
      Arrays.stream(Role.values())
          .filter(Role::canBeGrantedSight)
          .collect(
              Collectors.toMap(
                  Role::claim, Function.identity(), (one, other) -> one, TreeMap::new));

  private final Consultations consultations;
  private final Requests requests;

  /** Puts the door together. */
  public SightResource(Consultations consultations, Requests requests) {
    this.consultations = consultations;
    this.requests = requests;
  }

  @GetMapping
  SightsView all(@PathVariable String id) {
    return view(find(id));
  }

  @PostMapping
  SightsView grant(
      @PathVariable String id,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    var fields = new Fields(RequestBody.object(http, LARGEST_BODY));
    find(id);
    Role role = fields.word("role", ROLES, Role.CHAIR);
    Optional<Instant> until = fields.optionalInstant("until");
    String reason = fields.text("reason", REASON);
    fields.refuseOthers();
    Map<String, Object> asked = asked("grant-sight", id, role, reason);
    until.ifPresent(at -> asked.put("until", at.toString()));
    Request request = requests.of(http, response, authentication, asked);
    Optional<Decided> earlier = consultations.earlier(id, request);
    if (earlier.isEmpty()) {
      until
          .filter(at -> !at.isAfter(request.at()))
          .ifPresent(at -> fields.fault("until", at.toString(), "later than " + request.at()));
    }
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
    return answer(id, earlier, () -> new Change.GrantSight(role.claim(), until, reason), request);
  }

  @DeleteMapping("/{role}")
  SightsView end(
      @PathVariable String id,
      @PathVariable String role,
      @RequestParam(required = false) @Nullable String reason,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication) {
    find(id);
    Role ended = ROLES.get(role);
    if (ended == null) {
      throw nothingGranted(role);
    }
    if (reason == null || reason.isBlank() || REASON.fault(reason).isPresent()) {
      throw new RefusedException(
          List.of(
              Fault.of(
                  "reason",
                  reason == null ? "missing" : reason,
                  "a parameter of the query, " + REASON.expected())));
    }
    Request request =
        requests.of(http, response, authentication, asked("end-sight", id, ended, reason));
    if (!consultations.catchUp()) {
      throw new RefusedException(
          ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
    }
    // What stands is looked at first: it holds no try that is not found after it.
    Consultation standing = find(id);
    Optional<Decided> earlier = consultations.earlier(id, request);
    if (earlier.isEmpty() && !standing.sight().containsKey(role)) {
      throw nothingGranted(role);
    }
    return answer(id, earlier, () -> new Change.EndSight(role, reason), request);
  }

  private SightsView answer(
      String id, Optional<Decided> earlier, Supplier<Change> change, Request request) {
    Decided decided =
        earlier.orElseGet(
            () -> consultations.append(id, find(id).revision(), change.get(), request));
    return switch (decided) {
      case COUNTED -> view(find(id));
      case KEY_REUSED ->
          throw new RefusedException(
              ProblemType.IDEMPOTENCY_KEY_REUSED,
              "Idempotency-Key: used before for another request (expected: a new key for a new"
                  + " request)");
      case OVERTAKEN ->
          throw new RefusedException(
              ProblemType.REVISION_CONFLICT,
              "Another change of this consultation came first; look at it and ask again.");
    };
  }

  private static Map<String, Object> asked(String act, String id, Role role, String reason) {
    Map<String, Object> asked = new TreeMap<>();
    asked.put("act", act);
    asked.put("consultation", id);
    asked.put("role", role.claim());
    asked.put("reason", reason);
    return asked;
  }

  private static RefusedException nothingGranted(String role) {
    return new RefusedException(
        ProblemType.NOT_FOUND, "Nothing is granted to " + shown(role) + " here.");
  }

  private static String shown(String role) {
    return ROLES.containsKey(role) ? role : "that role";
  }

  private Consultation find(String id) {
    var consultation = consultations.consultation(id);
    if (consultation.isEmpty() && consultations.catchUp()) {
      consultation = consultations.consultation(id);
    }
    return consultation.orElseThrow(
        () -> new RefusedException(ProblemType.NOT_FOUND, "There is no consultation " + id + "."));
  }

  private SightsView view(Consultation consultation) {
    Instant now = requests.now();
    return new SightsView(
        new TreeMap<>(consultation.sight())
            .entrySet().stream()
                .filter(granted -> !granted.getValue().over(now))
                .map(granted -> SightView.of(granted.getKey(), granted.getValue()))
                .toList());
  }

  /** All that is granted now, by role. */
  record SightsView(List<SightView> sight) {}

  /** What is granted to one role. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SightView(
      String role, @Nullable Instant until, String reason, Instant grantedAt, String grantedBy) {

    static SightView of(String role, Sight sight) {
      return new SightView(
          role, sight.until().orElse(null), sight.reason(), sight.grantedAt(), sight.grantedBy());
    }
  }
}
