package io.rapporteur.comments.submission;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Comments;
import io.rapporteur.comments.comment.Fact;
import io.rapporteur.comments.comment.JointComment;
import io.rapporteur.comments.comment.Receipt;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.schemas.joint.JointText.Arrival;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The secretariat decides at once on all that came late with a submission. Each late text is
 * decided as it would be alone: a refusal can be turned into an acceptance, an acceptance stays.
 * The decisions are appended as one; what does not fit into one follows, and a retry with the same
 * key goes on where an earlier try ended, with no text that came after that. A comment that was
 * changed at the same moment is told, and keeps waiting.
 */
public final class DecidingLateTogether {

  private final Submissions submissions;
  private final Comments comments;
  private final SubmissionReceipts receipts;

  /** Puts the use case together. */
  public DecidingLateTogether(
      Submissions submissions, Comments comments, SubmissionReceipts receipts) {
    this.submissions = submissions;
    this.comments = comments;
    this.receipts = receipts;
  }

  /** What is decided, and why. */
  public record Decision(boolean accepted, String reason) {}

  /** What came of deciding; a refusal is a value. */
  public sealed interface Outcome {

    /** Each comment of the submission, with its fate, as they were handed in. */
    record Decided(List<Fate> fates) implements Outcome {

      /** Copies the list. */
      public Decided {
        fates = List.copyOf(fates);
      }
    }

    /** The key was used before, for another request. */
    record KeyReused() implements Outcome {}

    /** Nothing of it came late. */
    record NothingLate() implements Outcome {}

    /** The view did not reach the end of the log, so that nothing can be said. */
    record ViewBehind() implements Outcome {}
  }

  /** A comment after the decision. */
  public record Fate(JointComment comment, How how) {}

  /** What the decision did to a comment. */
  public enum How {
    /** It was decided by this act. */
    DECIDED,
    /** It had been decided before, and that stands. */
    STANDS,
    /** It came in time. */
    IN_TIME,
    /** Its author took it back. */
    WITHDRAWN,
    /** It was changed at the same moment, or since: what stands now waits. */
    WAITING
  }

  /** Decides on a submission that is there. */
  public Outcome decide(Act act, String submission, Decision decision) {
    if (!submissions.catchUp()) {
      return new Outcome.ViewBehind();
    }
    List<JointComment> all = whole(submission);
    if (all.stream()
        .flatMap(comment -> comment.madeBy(act).stream())
        .anyMatch(made -> !made.madeBy(act))) {
      return new Outcome.KeyReused();
    }
    if (all.stream().noneMatch(DecidingLateTogether::late)) {
      return new Outcome.NothingLate();
    }
    Instant asked = asked(all, act);
    Set<String> tried = new HashSet<>();
    Receipt receipt = unsigned(act, submission);
    for (List<Revision> open = open(all, act, decision, asked, receipt, tried);
        !open.isEmpty();
        open = open(whole(submission), act, decision, asked, receipt, tried)) {
      List<Revision> together = open.subList(0, submissions.fitting(open));
      together.forEach(revision -> tried.add(revision.comment()));
      submissions.append(together);
    }
    return new Outcome.Decided(
        whole(submission).stream().map(comment -> new Fate(comment, how(comment, act))).toList());
  }

  /** When it was asked first: what came after that is not decided by it. */
  private static Instant asked(List<JointComment> all, Act act) {
    return all.stream()
        .flatMap(comment -> comment.madeBy(act).stream())
        .map(Revision::receivedAt)
        .min(Comparator.naturalOrder())
        .orElse(act.receivedAt());
  }

  private static List<Revision> open(
      List<JointComment> all,
      Act act,
      Decision decision,
      Instant asked,
      Receipt receipt,
      Set<String> tried) {
    return all.stream()
        .filter(comment -> !tried.contains(comment.first().comment()))
        .filter(comment -> comment.madeBy(act).isEmpty())
        .filter(comment -> waits(comment) || (decision.accepted && refused(comment)))
        .filter(comment -> comment.text().filter(t -> !t.receivedAt().isAfter(asked)).isPresent())
        .map(
            comment ->
                comment.next(
                    act,
                    new Fact.LateDecided(
                        comment.state().last(), decision.accepted, decision.reason),
                    false,
                    receipt))
        .toList();
  }

  private static How how(JointComment comment, Act act) {
    if (comment.madeBy(act).isPresent()) {
      return How.DECIDED;
    }
    if (comment.withdrawn()) {
      return How.WITHDRAWN;
    }
    if (waits(comment)) {
      return How.WAITING;
    }
    return late(comment) ? How.STANDS : How.IN_TIME;
  }

  private List<JointComment> whole(String submission) {
    return submissions.comments(submission).stream()
        .map(first -> comments.comment(first.comment()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean late(JointComment comment) {
    return comment.text().filter(Revision::late).isPresent();
  }

  private static boolean waits(JointComment comment) {
    return comment.state().arrival().filter(a -> a == Arrival.WAITING).isPresent();
  }

  private static boolean refused(JointComment comment) {
    return comment.state().arrival().filter(a -> a == Arrival.REFUSED).isPresent();
  }

  /** One for all: what each decision says stands in its event. */
  private Receipt unsigned(Act act, String submission) {
    Receipt receipt = receipts.receiptOfSubmission(act, submission);
    return new Receipt(receipt.code(), receipt.nonce(), receipt.digest(), "");
  }
}
