package io.rapporteur.comments.submission.http;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Attachment;
import io.rapporteur.comments.comment.Attachments;
import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Beside;
import io.rapporteur.comments.comment.BesideResolution;
import io.rapporteur.comments.comment.BesideResolution.Files;
import io.rapporteur.comments.comment.Comments;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.draft.Drafts;
import io.rapporteur.comments.submission.HandingInTogether;
import io.rapporteur.comments.submission.HandingInTogether.Asked;
import io.rapporteur.comments.submission.Plan;
import io.rapporteur.comments.submission.Registration;
import io.rapporteur.comments.submission.Submission;
import io.rapporteur.comments.submission.SubmissionOutcome;
import io.rapporteur.comments.submission.Submissions;
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
import java.util.Map;
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

  private static final String TOO_LARGE =
      "comments: too many for one act (expected: at most 10,000 records, 8 MB); hand in a part, then add the rest to it";

  /** Of what fits into one act, escaped in JSON. */
  private static final int LARGEST_BODY = 20 * 1024 * 1024;

  private static final int TRIES = 3;

  private final HandingInTogether handingIn;
  private final Submissions submissions;
  private final Drafts drafts;
  private final Comments comments;
  private final Consultations consultations;
  private final Attachments attachments;
  private final Clock clock;
  private final SubmissionViews views;

  /** Puts the door together. */
  public SubmissionsResource(
      HandingInTogether handingIn,
      Submissions submissions,
      Drafts drafts,
      Comments comments,
      Consultations consultations,
      Attachments attachments,
      SubmissionViews views,
      Clock clock) {
    this.handingIn = handingIn;
    this.submissions = submissions;
    this.drafts = drafts;
    this.comments = comments;
    this.consultations = consultations;
    this.attachments = attachments;
    this.clock = clock;
    this.views = views;
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
    return handIn(caller, key, receivedAt, body, author, consultation, Optional.empty(), faults);
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
    return handIn(
        caller,
        key,
        receivedAt,
        body,
        consultations.participant(submission.first().author().participant()),
        consultations.consultation(standing),
        Optional.of(id),
        faults);
  }

  private ResponseEntity<SubmissionView> handIn(
      Caller caller,
      String key,
      Instant receivedAt,
      SubmissionBody body,
      Optional<Author> author,
      Optional<Consultation> consultation,
      Optional<String> addsTo,
      List<Fault> faults) {
    body.registration()
        .map(Registration::arrivedAt)
        .filter(receivedAt::isBefore)
        .ifPresent(
            at ->
                faults.add(
                    Fault.of("registration.arrivedAt", at.toString(), "a time that has passed")));
    if (body.withoutComments() && body.bare()) {
      faults.add(
          Fault.of("comments", "missing", "comments, drafts, a cover letter or files to hand in"));
    }
    Optional<Act> asking =
        author.map(known -> act(caller, key, receivedAt, body, addsTo, known.participant()));
    List<Attachment> attachments =
        asking.map(act -> attachments(act, body, author.get(), faults)).orElse(List.of());
    if (author.isEmpty() || consultation.isEmpty() || !faults.isEmpty()) {
      body.lines().forEach(line -> faults.addAll(line.faults()));
      throw new RefusedException(faults);
    }
    opened(consultation.get(), body, receivedAt);
    Act act = asking.orElseThrow();
    var asked =
        new Asked(
            addsTo,
            consultation.get(),
            author.get(),
            body.coverLetter(),
            attachments,
            body.registration());
    for (int tried = 0; tried < TRIES; tried++) {
      Optional<SubmissionOutcome> earlier = handingIn.earlier(act);
      Lines lines = lines(act, body, asked);
      if (earlier.isEmpty() && !lines.faults().isEmpty()) {
        // What is at fault may have been handed in by an earlier try, on another instance.
        if (!submissions.catchUp() || !consultations.catchUp()) {
          throw SubmissionRefusals.of(new SubmissionOutcome.ViewBehind(), TOO_LARGE);
        }
        earlier = handingIn.earlier(act);
        lines = lines(act, body, asked);
      }
      if (earlier.isEmpty()) {
        refuse(lines, body);
      }
      Lines good = lines;
      SubmissionOutcome outcome =
          earlier.orElseGet(() -> handingIn.handIn(act, asked, good.good()));
      if (outcome instanceof SubmissionOutcome.Counted counted) {
        SubmissionView view = views.whole(counted, lines.faults());
        return ResponseEntity.status(201)
            .location(URI.create("/api/v1/submissions/" + view.id()))
            .eTag("\"" + view.revision() + "\"")
            .body(view);
      }
      if (!(outcome instanceof SubmissionOutcome.PlannedOtherwise)) {
        throw SubmissionRefusals.of(outcome, TOO_LARGE);
      }
    }
    throw SubmissionRefusals.of(new SubmissionOutcome.ViewBehind(), TOO_LARGE);
  }

  private static Act act(
      Caller caller,
      String key,
      Instant receivedAt,
      SubmissionBody body,
      Optional<String> addsTo,
      String participant) {
    Map<String, Object> said = body.canonical();
    said.put("act", addsTo.isPresent() ? "add" : "hand-in");
    addsTo.ifPresent(id -> said.put("submission", id));
    // Codes have no slash: a key of the secretariat is never one of a delegation.
    String asking = caller.isSecretariat() ? "secretariat/" + caller.client() : participant;
    return new Act(asking, caller.client(), key, receivedAt, said);
  }

  private List<Attachment> attachments(
      Act act, SubmissionBody body, Author author, List<Fault> faults) {
    return besides(act, body)
        .resolve(
            new Beside(Optional.empty(), List.of(), body.attachments()),
            author.participant(),
            faults::add)
        .attachments();
  }

  /** What an earlier try has planned is completed as it was then. */
  private BesideResolution besides(Act act, SubmissionBody body) {
    Optional<Plan> plan = handingIn.plan(act);
    return new BesideResolution(
        consultations,
        attachments,
        body.registration()
            .map(Registration::arrivedAt)
            .or(() -> plan.map(Plan::receivedAt))
            .orElse(act.receivedAt()),
        plan.isPresent() ? Files.ANY : Files.STANDING);
  }

  private Lines lines(Act act, SubmissionBody body, Asked asked) {
    Optional<Plan> plan = handingIn.plan(act);
    var reading =
        new Lines.Reading(
            asked.consultation(),
            asked.author().participant(),
            drafts,
            comments,
            besides(act, body));
    return plan.isPresent() ? reading.of(body, plan.get()) : reading.of(body);
  }

  /** Nothing is handed in where a line has a fault, unless the good ones were asked for. */
  private static void refuse(Lines lines, SubmissionBody body) {
    boolean nothing = lines.good().isEmpty() && body.bare();
    if (!lines.faults().isEmpty() && (!body.partial() || nothing)) {
      throw new RefusedException(lines.faults());
    }
    if (nothing) {
      throw new RefusedException(
          List.of(Fault.of("drafts", "none released", "released drafts to hand in")));
    }
  }

  private void opened(Consultation consultation, SubmissionBody body, Instant receivedAt) {
    Instant arrived = body.registration().map(Registration::arrivedAt).orElse(receivedAt);
    if (!consultation.opened(arrived)) {
      throw new RefusedException(
          ProblemType.CONSULTATION_NOT_OPEN,
          (body.registration().isPresent() ? "registration.arrivedAt: " : "receivedAt: ")
              + arrived
              + " (expected: from "
              + consultation.opensAt()
              + ")");
    }
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
