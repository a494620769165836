package io.rapporteur.comments.submission.http;

import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.submission.Submission;
import io.rapporteur.comments.submission.http.SubmissionIntake.Asking;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.access.Duty;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Comments are handed in as one act here: by the contact point of a delegation, or by the
 * secretariat for a participant whose paper reached it otherwise.
 */
@RestController
@RequestMapping("/api/v1/submissions")
public final class SubmissionsResource {

  /** Of what fits into one act, escaped in JSON. */
  private static final int LARGEST_BODY = 20 * 1024 * 1024;

  private final SubmissionIntake intake;
  private final Consultations consultations;
  private final SubmissionViews views;
  private final Clock clock;

  /** Puts the door together. */
  public SubmissionsResource(
      SubmissionIntake intake, Consultations consultations, SubmissionViews views, Clock clock) {
    this.intake = intake;
    this.consultations = consultations;
    this.views = views;
    this.clock = clock;
  }

  @PostMapping
  ResponseEntity<SubmissionView> handIn(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode json = RequestBody.object(request, LARGEST_BODY);
    Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Caller caller = caller(authentication);
    SubmissionBody body = SubmissionBody.read(json, caller.client());
    List<Fault> faults = new ArrayList<>(body.faults());
    Optional<Author> author = author(caller, body, faults);
    Optional<Consultation> consultation = consultation(body, faults);
    var asking = new Asking(caller, key, receivedAt, body, Optional.empty());
    return answer(intake.take(asking, author, consultation, faults));
  }

  @PostMapping("/{id}/additions")
  ResponseEntity<SubmissionView> add(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    String key = IdempotencyKey.of(request, response);
    ObjectNode json = RequestBody.object(request, LARGEST_BODY);
    Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Caller caller = caller(authentication);
    Submission submission = views.visible(id, caller);
    SubmissionBody body = SubmissionBody.read(json, caller.client());
    List<Fault> faults = new ArrayList<>(body.faults());
    String standing = submission.first().consultation();
    body.consultation()
        .filter(named -> !named.equals(standing))
        .ifPresent(named -> faults.add(Fault.of("consultation", named, standing + ", or absent")));
    body.participant()
        .filter(named -> !named.equals(submission.first().author().participant()))
        .ifPresent(named -> faults.add(Fault.of("participant", named, "absent")));
    registration(caller, body, faults);
    return answer(
        intake.take(
            new Asking(caller, key, receivedAt, body, Optional.of(id)),
            consultations.participant(submission.first().author().participant()),
            consultations.consultation(standing),
            faults));
  }

  private ResponseEntity<SubmissionView> answer(SubmissionIntake.Taken taken) {
    SubmissionView view = views.whole(taken.counted(), taken.notHandedIn());
    return ResponseEntity.status(201)
        .location(URI.create("/api/v1/submissions/" + view.id()))
        .eTag("\"" + view.revision() + "\"")
        .body(view);
  }

  private Optional<Author> author(Caller caller, SubmissionBody body, List<Fault> faults) {
    registration(caller, body, faults);
    String code =
        caller.isSecretariat() ? body.participant().orElse("") : caller.participant().orElse("");
    if (!caller.isSecretariat() && body.participant().filter(p -> !p.equals(code)).isPresent()) {
      faults.add(
          Fault.of("participant", body.participant().get(), "absent; one hands in for oneself"));
    }
    Optional<Author> known = consultations.participant(code);
    if (known.isEmpty() && consultations.catchUp()) {
      known = consultations.participant(code);
    }
    if (known.isEmpty() && !caller.isSecretariat()) {
      throw new RefusedException(
          ProblemType.UNKNOWN_PARTICIPANT,
          "participant: " + code + " (expected: a participant that was admitted)");
    }
    if (known.isEmpty()) {
      faults.add(
          Fault.of(
              "participant",
              code.isEmpty() ? "missing" : code,
              "code of a participant that was admitted"));
    }
    return known;
  }

  private static void registration(Caller caller, SubmissionBody body, List<Fault> faults) {
    if (!caller.isSecretariat() && body.registration().isPresent()) {
      faults.add(
          Fault.of(
              "registration", "present", "absent; only the secretariat registers what arrived"));
    }
    if (caller.isSecretariat()) {
      boolean tried =
          body.faults().stream().anyMatch(fault -> fault.field().startsWith("registration"));
      if (body.registration().isEmpty() && !tried) {
        faults.add(
            Fault.of("registration", "missing", "how it arrived: channel, arrivedAt, reference"));
      }
      if (body.released() || !body.drafts().isEmpty()) {
        faults.add(Fault.of("drafts", "present", "absent; drafts belong to the delegation"));
      }
    }
  }

  private Optional<Consultation> consultation(SubmissionBody body, List<Fault> faults) {
    if (body.consultation().isEmpty()) {
      faults.add(Fault.of("consultation", "missing", "id of a consultation"));
      return Optional.empty();
    }
    String id = body.consultation().get();
    Optional<Consultation> known = consultations.consultation(id);
    if (known.isEmpty() && consultations.catchUp()) {
      known = consultations.consultation(id);
    }
    if (known.isEmpty()) {
      faults.add(
          Fault.of(
              ProblemType.UNKNOWN_REFERENCE,
              "consultation",
              id,
              "id of a consultation",
              List.of()));
    }
    return known;
  }

  private static Caller caller(Authentication authentication) {
    Caller caller = Caller.of(authentication);
    if (!caller.isSecretariat() && !caller.has(Duty.CONTACT_POINT)) {
      throw new RefusedException(
          ProblemType.FORBIDDEN, "Only the contact point hands in for the delegation.");
    }
    return caller;
  }
}
