package io.rapporteur.comments.draft;

import java.util.List;

/** What came of a request on drafts, as the fold of the log tells it; a refusal is a value. */
public sealed interface DraftOutcome {

  /** The save counted, now or at an earlier try: this is the version that it made. */
  record Counted(Draft draft) implements DraftOutcome {}

  /**
   * Drafts were merged, now or at an earlier try.
   *
   * @param overtaken sources that were saved anew meanwhile, and so stand beside it
   */
  record Merged(Draft draft, List<String> overtaken) implements DraftOutcome {

    /** Copies the list. */
    public Merged {
      overtaken = List.copyOf(overtaken);
    }
  }

  /** The key was used before, for another request. */
  record KeyReused() implements DraftOutcome {}

  /** Another version stands than the one to be changed. */
  record Overtaken(int current) implements DraftOutcome {}

  /** There is no such draft in this delegation. */
  record NoSuchDraft() implements DraftOutcome {}

  /** The caller has no duty that lets it do this at this stage. */
  record NotYours() implements DraftOutcome {}

  /** Nobody can do this with a draft at this stage. */
  record NotAtThisStage(Stage stage) implements DraftOutcome {}

  /** The view did not reach the end of the log, so that nothing can be said. */
  record ViewBehind() implements DraftOutcome {}
}
