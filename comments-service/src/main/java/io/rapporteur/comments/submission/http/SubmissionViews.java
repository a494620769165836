package io.rapporteur.comments.submission.http;

import io.rapporteur.comments.comment.Comments;
import io.rapporteur.comments.comment.JointComment;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.submission.HandedIn;
import io.rapporteur.comments.submission.Submission;
import io.rapporteur.comments.submission.SubmissionOutcome;
import io.rapporteur.comments.submission.Submissions;
import io.rapporteur.comments.submission.TextOrder;
import io.rapporteur.comments.submission.http.SubmissionView.SubmittedComment;
import io.rapporteur.comments.table.Agendas;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Submissions as they are shown, to those who may see them. */
public final class SubmissionViews {

  private final Submissions submissions;
  private final Comments comments;
  private final Agendas agendas;

  /** Shows from these. */
  public SubmissionViews(Submissions submissions, Comments comments, Agendas agendas) {
    this.submissions = submissions;
    this.comments = comments;
    this.agendas = agendas;
  }

  /** The submission, or the one answer for another's and for none. */
  Submission visible(String id, Caller caller) {
    Optional<Submission> found = submissions.submission(id);
    if (found.isEmpty()) {
      if (!submissions.catchUp()) {
        throw new RefusedException(
            ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
      }
      found = submissions.submission(id);
    }
    return found
        .filter(s -> caller.isSecretariat() || caller.belongsTo(s.first().author().participant()))
        .orElseThrow(
            () ->
                new RefusedException(
                    ProblemType.NOT_FOUND,
                    "There is no submission of this id that this caller may see."));
  }

  SubmissionView whole(SubmissionOutcome.Counted counted, List<Fault> notHandedIn) {
    Submission submission = submissions.submission(counted.handedIn().submission()).orElseThrow();
    return SubmissionView.of(submission, fates(submission), notHandedIn, counted.overtaken());
  }

  SubmissionView whole(Submission submission) {
    return SubmissionView.of(submission, fates(submission), List.of(), List.of());
  }

  static SubmissionView head(Submission submission) {
    return SubmissionView.of(submission, null, List.of(), List.of());
  }

  private List<SubmittedComment> fates(Submission submission) {
    Map<String, String> acts =
        submission.acts().stream()
            .collect(Collectors.toMap(HandedIn::requestId, HandedIn::act, (a, b) -> a));
    return TextOrder.of(agendas.agenda(submission.first().consultation()))
        .sorted(submissions.comments(submission.id()))
        .stream()
        .map(first -> fate(acts.getOrDefault(first.requestId(), ""), first))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<SubmittedComment> fate(String act, Revision first) {
    return comments
        .comment(first.comment())
        .or(() -> JointComment.of(List.of(first)))
        .map(comment -> SubmittedComment.of(act, comment));
  }
}
