package io.rapporteur.comments.imports.http;

import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.draft.http.DelegationCaller;
import io.rapporteur.comments.imports.ImportReport;
import io.rapporteur.comments.imports.Importing;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.access.Duty;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.IdempotencyKey;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The good rows of an import are handed in here, by the contact point of the delegation. */
@RestController
@RequestMapping("/api/v1/imports/{id}/submission")
public final class ImportSubmissionResource {

  private final Importing importing;
  private final HandingInImport handingIn;
  private final Consultations consultations;
  private final Clock clock;

  /** Puts the door together. */
  public ImportSubmissionResource(
      Importing importing, HandingInImport handingIn, Consultations consultations, Clock clock) {
    this.importing = importing;
    this.handingIn = handingIn;
    this.consultations = consultations;
    this.clock = clock;
  }

  /**
   * What was handed in.
   *
   * @param submission id of the submission
   * @param acts acts that it took: the submission and what was added to it
   * @param left why other drafts of the import were not
   */
  record View(String submission, int acts, int comments, List<Fault> left) {}

  @PostMapping
  ResponseEntity<View> submit(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication authentication) {
    String key = IdempotencyKey.of(request, response);
    Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    DelegationCaller caller = DelegationCaller.of(Caller.of(authentication), consultations);
    ImportReport report = ImportsResource.done(importing.find(id, caller.participant()));
    if (!caller.duties().contains(Duty.CONTACT_POINT)) {
      throw new RefusedException(
          ProblemType.FORBIDDEN, "Only the contact point hands in for the delegation.");
    }
    Consultation consultation = consultations.consultation(report.consultation()).orElseThrow();
    if (!consultation.opened(receivedAt)) {
      throw new RefusedException(
          ProblemType.CONSULTATION_NOT_OPEN,
          "receivedAt: " + receivedAt + " (expected: from " + consultation.opensAt() + ")");
    }
    Optional<Author> author = consultations.participant(caller.participant());
    View view =
        handingIn.handIn(caller, key, receivedAt, report, consultation, author.orElseThrow());
    return ResponseEntity.created(URI.create("/api/v1/submissions/" + view.submission()))
        .body(view);
  }
}
