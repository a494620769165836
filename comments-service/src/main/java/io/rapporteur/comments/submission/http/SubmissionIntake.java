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
import io.rapporteur.comments.submission.SubmissionOutcome;
import io.rapporteur.comments.submission.Submissions;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a body that was read: refuses it with all of its faults, or hands in what it holds. A retry
 * gets the outcome of its first try, and completes what that has planned.
 */
public final class SubmissionIntake {

  private static final String TOO_LARGE =
      "comments: too many for one act (expected: at most 10,000 records, 8 MB); hand in a part, then add the rest to it";

  private static final int TRIES = 3;

  private final HandingInTogether handingIn;
  private final Submissions submissions;
  private final Drafts drafts;
  private final Comments comments;
  private final Consultations consultations;
  private final Attachments attachments;

  /** Hands in by these. */
  public SubmissionIntake(
      HandingInTogether handingIn,
      Submissions submissions,
      Drafts drafts,
      Comments comments,
      Consultations consultations,
      Attachments attachments) {
    this.handingIn = handingIn;
    this.submissions = submissions;
    this.drafts = drafts;
    this.comments = comments;
    this.consultations = consultations;
    this.attachments = attachments;
  }

  /**
   * A request as it was read.
   *
   * @param addsTo the submission that is added to; empty for a new one
   */
  record Asking(
      Caller caller, String key, Instant receivedAt, SubmissionBody body, Optional<String> addsTo) {

    Act act(String participant) {
      Map<String, Object> said = body.canonical();
      said.put("act", addsTo.isPresent() ? "add" : "hand-in");
      addsTo.ifPresent(id -> said.put("submission", id));
      // Codes have no slash: a key of the secretariat is never one of a delegation.
      String who = caller.isSecretariat() ? "secretariat/" + caller.client() : participant;
      return new Act(who, caller.client(), key, receivedAt, said);
    }
  }

  /**
   * What was handed in.
   *
   * @param notHandedIn faults of the lines that were left out, where that was asked for
   */
  record Taken(SubmissionOutcome.Counted counted, List<Fault> notHandedIn) {}

  /**
   * Hands in.
   *
   * @param author empty if a fault says why
   * @param consultation empty if a fault says why
   * @param faults found before; all are refused together
   */
  Taken take(
      Asking asking,
      Optional<Author> author,
      Optional<Consultation> consultation,
      List<Fault> faults) {
    SubmissionBody body = asking.body;
    body.registration()
        .map(Registration::arrivedAt)
        .filter(asking.receivedAt::isBefore)
        .ifPresent(
            at ->
                faults.add(
                    Fault.of("registration.arrivedAt", at.toString(), "a time that has passed")));
    if (body.withoutComments() && body.bare()) {
      faults.add(
          Fault.of("comments", "missing", "comments, drafts, a cover letter or files to hand in"));
    }
    List<Attachment> files =
        author.map(known -> files(asking, known.participant(), faults)).orElse(List.of());
    if (author.isEmpty() || consultation.isEmpty() || !faults.isEmpty()) {
      body.lines().forEach(line -> faults.addAll(line.faults()));
      throw new RefusedException(faults);
    }
    opened(consultation.get(), body, asking.receivedAt);
    Act act = asking.act(author.get().participant());
    var asked =
        new Asked(
            asking.addsTo,
            consultation.get(),
            author.get(),
            body.coverLetter(),
            files,
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
        return new Taken(counted, lines.faults());
      }
      if (!(outcome instanceof SubmissionOutcome.PlannedOtherwise)) {
        throw SubmissionRefusals.of(outcome, TOO_LARGE);
      }
    }
    throw SubmissionRefusals.of(new SubmissionOutcome.ViewBehind(), TOO_LARGE);
  }

  private List<Attachment> files(Asking asking, String participant, List<Fault> faults) {
    return besides(asking.act(participant), asking.body)
        .resolve(
            new Beside(Optional.empty(), List.of(), asking.body.attachments()),
            participant,
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
}
