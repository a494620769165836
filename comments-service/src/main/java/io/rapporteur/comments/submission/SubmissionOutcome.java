package io.rapporteur.comments.submission;

import java.util.List;

/** What came of handing in together, as the fold of the log tells it; a refusal is a value. */
public sealed interface SubmissionOutcome {

  /**
   * The act counted, now or at an earlier try.
   *
   * @param overtaken drafts that were handed in at their released version and saved anew meanwhile
   */
  record Counted(HandedIn handedIn, List<String> overtaken) implements SubmissionOutcome {

    /** Copies the list. */
    public Counted {
      overtaken = List.copyOf(overtaken);
    }
  }

  /** The key was used before, for another request. */
  record KeyReused() implements SubmissionOutcome {}

  /** It does not fit into one act; nothing was changed. */
  record TooLarge() implements SubmissionOutcome {}

  /** The key was used before with the same request, and other lines of it are being handed in. */
  record PlannedOtherwise() implements SubmissionOutcome {}

  /** A draft is being handed in by another act; nothing was changed. */
  record DraftsHeld(List<String> drafts) implements SubmissionOutcome {

    /** Copies the list. */
    public DraftsHeld {
      drafts = List.copyOf(drafts);
    }
  }

  /** The view did not reach the end of the log, so that nothing can be said. */
  record ViewBehind() implements SubmissionOutcome {}
}
