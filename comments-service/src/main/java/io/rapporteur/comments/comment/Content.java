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
 * @param attachments files that belong to it, at most ten
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
    Optional<String> quotation,
    List<Attachment> attachments) {

  /** Copies the lists. */
  public Content {
    translations = List.copyOf(translations);
    attachments = List.copyOf(attachments);
  }

  /** What is said without a file. */
  public Content(
      Kind kind,
      Position position,
      String text,
      String language,
      List<Translation> translations,
      Optional<String> proposedText,
      Optional<String> proposedTextLanguage,
      Optional<String> rationale,
      Optional<String> quotation) {
    this(
        kind,
        position,
        text,
        language,
        translations,
        proposedText,
        proposedTextLanguage,
        rationale,
        quotation,
        List.of());
  }

  /** The same, with these files. */
  public Content with(List<Attachment> files) {
    return new Content(
        kind,
        position,
        text,
        language,
        translations,
        proposedText,
        proposedTextLanguage,
        rationale,
        quotation,
        files);
  }

  /** A courtesy translation with its author. */
  public record Translation(String language, String text, String author) {}
}
