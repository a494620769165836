package io.rapporteur.comments.imports.http;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.draft.ClearancePolicy;
import io.rapporteur.comments.draft.ClearancePolicy.Verdict;
import io.rapporteur.comments.draft.Draft;
import io.rapporteur.comments.draft.Draft.Save;
import io.rapporteur.comments.draft.Draft.Standing;
import io.rapporteur.comments.draft.Drafts;
import io.rapporteur.comments.draft.Stage;
import io.rapporteur.comments.draft.http.DelegationCaller;
import io.rapporteur.comments.imports.ImportReport;
import io.rapporteur.comments.submission.HandingInTogether;
import io.rapporteur.comments.submission.HandingInTogether.Asked;
import io.rapporteur.comments.submission.Line;
import io.rapporteur.comments.submission.Plan;
import io.rapporteur.comments.submission.SubmissionOutcome;
import io.rapporteur.comments.submission.http.SubmissionRefusals;
import io.rapporteur.schemas.access.Duty;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Releases the complete drafts of an import and hands them in as one act. What does not fit into
 * one act goes on in additions to the same submission, each of them whole or not at all; a retry
 * with the same key goes on where an earlier try ended, and the stages of the drafts tell how far
 * it is.
 */
public final class HandingInImport {

  private static final int SAVED_AT_ONCE = 500;
  private static final int MOST_ACTS = 200;

  private final HandingInTogether handingIn;
  private final ImportedDrafts imported;
  private final Drafts drafts;
  private final Supplier<String> saves;

  /**
   * Puts the use case together.
   *
   * @param saves makes a name for each save, never the same twice
   */
  public HandingInImport(
      HandingInTogether handingIn, ImportedDrafts imported, Drafts drafts, Supplier<String> saves) {
    this.handingIn = handingIn;
    this.imported = imported;
    this.drafts = drafts;
    this.saves = saves;
  }

  ImportSubmissionResource.View handIn(
      DelegationCaller caller,
      String key,
      Instant receivedAt,
      ImportReport report,
      Consultation consultation,
      Author author) {
    Optional<String> submission = Optional.empty();
    int comments = 0;
    int acts = 0;
    while (acts < MOST_ACTS) {
      Act act = act(caller, key, receivedAt, report, acts + 1);
      var asked = Asked.of(submission, consultation, author);
      Optional<SubmissionOutcome> outcome = earlierOrNext(act, asked, report);
      if (outcome.isEmpty()) {
        break;
      }
      if (!(outcome.get() instanceof SubmissionOutcome.Counted counted)) {
        throw SubmissionRefusals.of(
            outcome.get(), "comment: too large for one act (expected: at most 8 MB)");
      }
      submission = Optional.of(counted.handedIn().submission());
      comments += counted.handedIn().comments();
      acts++;
    }
    List<Fault> left = imported.ready(report, consultation, receivedAt).left();
    if (submission.isEmpty()) {
      throw new RefusedException(
          left.isEmpty()
              ? List.of(Fault.of("drafts", "none", "rows that were not handed in before"))
              : left);
    }
    return new ImportSubmissionResource.View(submission.get(), acts, comments, left);
  }

  private static Act act(
      DelegationCaller caller, String key, Instant receivedAt, ImportReport report, int part) {
    return caller.act(
        part == 1 ? key : key + "/" + part,
        receivedAt,
        Map.of("act", "hand-in-import", "import", report.id(), "part", part));
  }

  /** Empty if there is nothing left to hand in. */
  private Optional<SubmissionOutcome> earlierOrNext(Act act, Asked asked, ImportReport report) {
    Optional<SubmissionOutcome> earlier = handingIn.earlier(act);
    if (earlier.isPresent()) {
      return earlier;
    }
    Optional<Plan> plan = handingIn.plan(act);
    if (plan.isPresent()) {
      return Optional.of(
          handingIn.handIn(act, asked, imported.planned(plan.get(), asked.consultation())));
    }
    if (!drafts.catchUp()) {
      return Optional.of(new SubmissionOutcome.ViewBehind());
    }
    List<Line> lines = released(act, asked.consultation(), report);
    for (int size = lines.size(); size > 0; size = (size + 1) / 2) {
      SubmissionOutcome outcome = handingIn.handIn(act, asked, lines.subList(0, size));
      if (!(outcome instanceof SubmissionOutcome.TooLarge) || size == 1) {
        return Optional.of(outcome);
      }
    }
    return Optional.empty();
  }

  /** The complete drafts, released by the contact point who asks for them to be handed in. */
  private List<Line> released(Act act, Consultation consultation, ImportReport report) {
    List<Draft> good = imported.ready(report, consultation, act.receivedAt()).good();
    List<Draft> toRelease = new ArrayList<>();
    for (Draft draft : good) {
      if (draft.standing().stage() != Stage.RELEASED
          && ClearancePolicy.moving(
                  EnumSet.of(Duty.CONTACT_POINT), draft.standing().stage(), Stage.RELEASED)
              == Verdict.ALLOWED) {
        toRelease.add(
            draft.standing(
                new Standing(
                    Stage.RELEASED, Optional.empty(), draft.standing().dueAt(), Optional.empty()),
                Save.of(act, saves.get())));
      }
    }
    for (int from = 0; from < toRelease.size(); from += SAVED_AT_ONCE) {
      drafts.append(toRelease.subList(from, Math.min(toRelease.size(), from + SAVED_AT_ONCE)));
    }
    return imported.lines(
        good.stream()
            .map(draft -> drafts.current(draft.id()))
            .flatMap(Optional::stream)
            .filter(draft -> draft.standing().stage() == Stage.RELEASED)
            .toList(),
        consultation,
        act.receivedAt());
  }
}
