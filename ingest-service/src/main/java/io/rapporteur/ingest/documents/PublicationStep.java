package io.rapporteur.ingest.documents;

import java.util.List;
import java.util.Optional;

/**
 * One event of a publication.
 *
 * @param after the recommendation as it stands from then on
 * @param revision that the event makes
 * @param change what happened to it; empty where it is published for the first time
 * @param addsALanguage its first text in a language, which nobody had to decide on
 * @param language of the reading
 * @param reason given for the change
 */
public record PublicationStep(
    Recommendation after,
    int revision,
    Optional<Change> change,
    boolean addsALanguage,
    String language,
    String reason) {

  static PublicationStep first(Recommendation read) {
    return new PublicationStep(read, 1, Optional.empty(), false, read.language(), "");
  }

  static PublicationStep inAnotherLanguage(Recommendation after, String language, String reason) {
    var change =
        new Change(
            after.id(),
            Change.As.LANGUAGE_VERSION,
            Optional.empty(),
            List.of(language),
            Optional.empty());
    return new PublicationStep(
        after, after.revision() + 1, Optional.of(change), true, language, reason);
  }

  /** What a change makes of a recommendation. */
  public static PublicationStep of(
      Change change, Recommendation after, String language, String reason) {
    return new PublicationStep(
        after, after.revision() + 1, Optional.of(change), false, language, reason);
  }
}
