package io.rapporteur.aggregation.compilation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One counted revision of a comment, as the compilation shows it.
 *
 * @param withdrawn this revision takes the comment back
 * @param late received after the deadline
 * @param participantClass word, for instance {@code member-state}
 * @param position word; {@code not-stated} when none was given
 */
public record Comment(
    String id,
    int revision,
    boolean withdrawn,
    String consultation,
    int round,
    boolean late,
    Instant submittedAt,
    Instant receivedAt,
    String participant,
    String participantClass,
    Optional<String> regionalGroup,
    Optional<String> document,
    Optional<String> section,
    Optional<String> recommendation,
    Optional<Integer> recommendationVersion,
    Optional<Content> content) {

  /** What it says. */
  public record Content(
      String kind,
      String position,
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
  }

  /** A courtesy translation. */
  public record Translation(String language, String text, String author) {}

  /** A file that it names; size in bytes. */
  public record Attachment(String id, String name, String mediaType, long size, String sha256) {}

  /** What it says; of a standing revision only. */
  public Content said() {
    return content.orElseThrow();
  }
}
