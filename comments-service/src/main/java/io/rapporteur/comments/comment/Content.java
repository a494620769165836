package io.rapporteur.comments.comment;

import java.util.List;
import java.util.Optional;

/**
 * What a participant says: one authentic text, and what belongs to it.
 *
 * @param language of the text, BCP 47
 * @param translations unofficial; the comment still counts once
 * @param proposedText replacement wording
 * @param proposedTextLanguage language version that it amends; present if and only if the wording
 *     is
 * @param quotation passage of the document that is meant
 */
public record Content(
    Kind kind,
    Position position,
    String text,
    String language,
    List<Translation> translations,
    Optional<String> proposedText,
    Optional<String> proposedTextLanguage,
    Optional<String> rationale,
    Optional<String> quotation) {

  /** Copies the translations. */
  public Content {
    translations = List.copyOf(translations);
  }

  /** A courtesy translation with its author. */
  public record Translation(String language, String text, String author) {}
}
