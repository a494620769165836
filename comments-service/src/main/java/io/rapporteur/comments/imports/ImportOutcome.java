package io.rapporteur.comments.imports;

/** What came of asking for an import; a refusal is a value. */
public sealed interface ImportOutcome {

  /** It was done, now or at an earlier try. */
  record Done(ImportReport report) implements ImportOutcome {}

  /** The key was used before, for another request. */
  record KeyReused() implements ImportOutcome {}

  /** There is no such import in this delegation. */
  record NoSuchImport() implements ImportOutcome {}

  /** The view did not reach the end of the log, so that nothing can be said. */
  record ViewBehind() implements ImportOutcome {}
}
