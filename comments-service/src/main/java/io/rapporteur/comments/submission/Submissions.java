package io.rapporteur.comments.submission;

import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.draft.Draft;
import java.util.List;
import java.util.Optional;

/** The submissions of all, as the log tells them. Implementations are thread-safe. */
public interface Submissions {

  /** The counted plan of an act. */
  Optional<Plan> plan(String act);

  /** The act that holds a draft, by the last plan that names it. */
  Optional<String> holder(String draft);

  /** The counted act of an id. */
  Optional<HandedIn> act(String act);

  /** The submission of an id. */
  Optional<Submission> submission(String submission);

  /**
   * One page of submissions, by participant and time.
   *
   * @param participant whose; of all if empty
   * @param after place after which the page begins; empty for the first
   * @param limit largest size of the page
   */
  Page of(Optional<String> participant, String after, int limit);

  /** The comments of a submission as they were handed in: their first revisions. */
  List<Revision> comments(String submission);

  /** Whether these go into one act. */
  boolean fits(Together together);

  /**
   * Hands a plan to the log and waits until the fold holds its place.
   *
   * @throws io.rapporteur.schemas.log.OutcomeUnknownException if the log does not acknowledge in
   *     time, or the fold does not get there
   */
  void append(Plan plan);

  /**
   * Hands an act to the log, all of it or nothing, and waits until the fold holds it.
   *
   * @throws io.rapporteur.schemas.log.OutcomeUnknownException as {@link #append(Plan)}
   */
  void append(Together together);

  /** How many of these, from the first, go into one act; at least one where there is one. */
  int fitting(List<Revision> revisions);

  /**
   * Hands revisions of comments to the log, all of them or none, and waits until the fold holds
   * their places.
   *
   * @param revisions as many as {@link #fitting}
   * @throws io.rapporteur.schemas.log.OutcomeUnknownException as {@link #append(Plan)}
   */
  void append(List<Revision> revisions);

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();

  /**
   * What is appended as one.
   *
   * @param drafts as they stand once they are handed in
   */
  record Together(HandedIn handedIn, List<Revision> comments, List<Draft> drafts) {

    /** Copies the lists. */
    public Together {
      comments = List.copyOf(comments);
      drafts = List.copyOf(drafts);
    }
  }

  /**
   * A page of submissions.
   *
   * @param next place after which the next page begins; empty if this is the last
   */
  record Page(List<Submission> submissions, Optional<String> next) {

    /** Copies the list. */
    public Page {
      submissions = List.copyOf(submissions);
    }
  }
}
