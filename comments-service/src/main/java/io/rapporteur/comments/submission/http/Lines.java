package io.rapporteur.comments.submission.http;

import io.rapporteur.comments.comment.BesideResolution;
import io.rapporteur.comments.comment.BesideResolution.Resolved;
import io.rapporteur.comments.comment.Comments;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.comment.http.TargetResolution;
import io.rapporteur.comments.draft.Draft;
import io.rapporteur.comments.draft.Drafts;
import io.rapporteur.comments.draft.Stage;
import io.rapporteur.comments.draft.http.Completeness;
import io.rapporteur.comments.submission.Line;
import io.rapporteur.comments.submission.Plan;
import io.rapporteur.comments.submission.http.SubmissionBody.InlineLine;
import io.rapporteur.schemas.http.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of a body can be handed in, and why the rest cannot.
 *
 * @param good complete and valid
 * @param faults of all others, each with its line
 */
record Lines(List<Line> good, List<Fault> faults) {

  /** Looks at every line. */
  static final class Reading {

    private final Consultation consultation;
    private final String participant;
    private final Drafts drafts;
    private final Comments comments;
    private final BesideResolution besides;
    private final List<Line> good = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    Reading(
        Consultation consultation,
        String participant,
        Drafts drafts,
        Comments comments,
        BesideResolution besides) {
      this.consultation = consultation;
      this.participant = participant;
      this.drafts = drafts;
      this.comments = comments;
      this.besides = besides;
    }

    Lines of(SubmissionBody body) {
      body.lines().forEach(this::line);
      for (int i = 0; i < body.drafts().size(); i++) {
        String path = "drafts[" + i + "]";
        Optional<Draft> draft =
            drafts.current(body.drafts().get(i)).filter(d -> d.participant().equals(participant));
        if (draft.isEmpty()) {
          faults.add(Fault.of(path, body.drafts().get(i), "id of a draft of this delegation"));
        }
        draft.ifPresent(found -> draft(path, found));
      }
      if (body.released()) {
        drafts
            .of(
                participant,
                d ->
                    d.standing().stage() == Stage.RELEASED
                        && d.said().consultation().equals(consultation.id()),
                "",
                Integer.MAX_VALUE)
            .drafts()
            .forEach(d -> draft("drafts[" + d.id() + "]", d));
      }
      return new Lines(good, faults);
    }

    /** The lines of a plan that an earlier try made, as they were then. */
    Lines of(SubmissionBody body, Plan plan) {
      body.lines().forEach(this::line);
      good.removeIf(line -> !plan.lines().contains(line.place()));
      for (Plan.Version planned : plan.drafts()) {
        drafts
            .version(planned.draft(), planned.number())
            .ifPresent(draft -> complete("drafts[" + draft.id() + "]", draft));
      }
      return new Lines(good, faults);
    }

    private void line(InlineLine line) {
      List<Fault> found = new ArrayList<>(line.faults());
      List<Fault> unresolved = new ArrayList<>();
      line.target()
          .consultation()
          .filter(id -> !id.equals(consultation.id()))
          .ifPresent(
              id ->
                  unresolved.add(
                      Fault.of("consultation", id, "absent, or that of the submission")));
      Target target = new TargetResolution(consultation, unresolved::add).resolve(line.target());
      Resolved beside = besides.resolve(line.beside(), participant, unresolved::add);
      unresolved.forEach(fault -> found.add(fault.within(line.path())));
      faults.addAll(found);
      if (found.isEmpty()) {
        good.add(ReadyLine.inline(line.place(), target, line.content(), beside));
      }
    }

    private void draft(String path, Draft draft) {
      if (!draft.said().consultation().equals(consultation.id())) {
        faults.add(Fault.of(path, "of another consultation", "a draft of " + consultation.id()));
      } else if (draft.standing().stage() != Stage.RELEASED) {
        faults.add(Fault.of(path, draft.standing().stage().word(), "a draft that is released"));
      } else if (comments.comment(Line.ofDraft(draft.id())).isPresent()) {
        faults.add(
            Fault.of(
                path,
                "handed in before",
                "a draft that was not; revise comment " + Line.ofDraft(draft.id())));
      } else {
        complete(path, draft);
      }
    }

    private void complete(String path, Draft draft) {
      Completeness found = Completeness.of(draft, consultation, besides);
      found.faults().forEach(fault -> faults.add(fault.within(path + ".")));
      ReadyLine.of(draft, found).ifPresent(good::add);
    }
  }
}
