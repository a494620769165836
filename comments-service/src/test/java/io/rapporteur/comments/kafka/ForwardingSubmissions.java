package io.rapporteur.comments.kafka;

import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.submission.HandedIn;
import io.rapporteur.comments.submission.Plan;
import io.rapporteur.comments.submission.Submission;
import io.rapporteur.comments.submission.Submissions;
import java.util.List;
import java.util.Optional;

/** The submissions of a desk, of which a test can break one. */
public class ForwardingSubmissions implements Submissions {

  private Submissions to = this;

  /** Asks these from now on. */
  public void forwardTo(Submissions other) {
    to = other;
  }

  @Override
  public Optional<Plan> plan(String act) {
    return to.plan(act);
  }

  @Override
  public Optional<String> holder(String draft) {
    return to.holder(draft);
  }

  @Override
  public Optional<HandedIn> act(String act) {
    return to.act(act);
  }

  @Override
  public Optional<Submission> submission(String submission) {
    return to.submission(submission);
  }

  @Override
  public Page of(Optional<String> participant, String after, int limit) {
    return to.of(participant, after, limit);
  }

  @Override
  public List<Revision> comments(String submission) {
    return to.comments(submission);
  }

  @Override
  public boolean fits(Together together) {
    return to.fits(together);
  }

  @Override
  public void append(Plan plan) {
    to.append(plan);
  }

  @Override
  public void append(Together together) {
    to.append(together);
  }

  @Override
  public boolean catchUp() {
    return to.catchUp();
  }

  @Override
  public int fitting(List<Revision> revisions) {
    return to.fitting(revisions);
  }

  @Override
  public void append(List<Revision> revisions) {
    to.append(revisions);
  }
}
