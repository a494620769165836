package io.rapporteur.comments.draft;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The drafts of all delegations, as the log tells them. Implementations are thread-safe. */
public interface Drafts {

  /** The last counted version. */
  Optional<Draft> current(String draft);

  /** A counted version. */
  Optional<Draft> version(String draft, int number);

  /** All counted versions of a draft, in their order. */
  List<Draft> versions(String draft);

  /**
   * One page of the drafts of a delegation, in the order in which they were begun.
   *
   * @param wanted which of them, by the last version
   * @param after place after which the page begins; empty for the first
   * @param limit largest size of the page
   */
  Page of(String participant, Predicate<Draft> wanted, String after, int limit);

  /**
   * Hands saves to the log, each for itself, and waits until the fold holds their places. Thousands
   * may be given.
   *
   * @throws io.rapporteur.schemas.log.OutcomeUnknownException if the log does not acknowledge in
   *     time, or the fold does not get there
   */
  void append(List<Draft> saves);

  /**
   * Hands saves to the log, all of them or none, and waits until the fold holds their places.
   *
   * @param saves a few hundred at most
   * @throws io.rapporteur.schemas.log.OutcomeUnknownException as {@link #append}
   */
  void appendTogether(List<Draft> saves);

  /** Reads up to the end of the log as of now; answers whether it got there. */
  boolean catchUp();

  /**
   * A page of drafts.
   *
   * @param next place after which the next page begins; empty if this is the last
   */
  record Page(List<Draft> drafts, Optional<String> next) {

    /** Copies the list. */
    public Page {
      drafts = List.copyOf(drafts);
    }
  }
}
