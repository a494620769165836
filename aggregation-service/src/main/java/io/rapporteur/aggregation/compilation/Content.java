package io.rapporteur.aggregation.compilation;

import io.rapporteur.aggregation.compilation.Comment.Saying;
import io.rapporteur.schemas.revision.CanonicalJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that a comment says. */
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
    List<Attachment> attachments,
    List<Redaction> redactions)
    implements Saying {

  /** Copies the lists. */
  public Content {
    translations = List.copyOf(translations);
    attachments = List.copyOf(attachments);
    redactions = List.copyOf(redactions);
  }

  /** Nothing of which is redacted. */
  public Content(
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
        attachments,
        List.of());
  }

  @Override
  public Content redacted() {
    return RedactedContent.of(this);
  }

  /** The same with these redactions. */
  public Content with(List<Redaction> made) {
    return with(translations, made);
  }

  /** Without the translations that the secretariat added. */
  Content withoutAdded() {
    return with(translations.stream().filter(each -> !each.bySecretariat()).toList(), redactions);
  }

  private Content with(List<Translation> translated, List<Redaction> made) {
    return new Content(
        kind,
        position,
        text,
        language,
        translated,
        proposedText,
        proposedTextLanguage,
        rationale,
        quotation,
        attachments,
        made);
  }

  @Override
  public Content read() {
    return this;
  }

  @Override
  public String mark() {
    return CanonicalJson.digest(List.of(toString()));
  }

  /**
   * A courtesy translation: of its author, or added by the secretariat.
   *
   * @param author who made it
   * @param added what is more in one that the secretariat added; empty in one of its author
   */
  public record Translation(String language, String text, String author, Optional<Added> added) {

    /** The author of those that the secretariat added. */
    public static final String SECRETARIAT = "secretariat";

    /** One that the author of the comment gave with it. */
    public Translation(String language, String text, String author) {
      this(language, text, author, Optional.empty());
    }

    /** Whether the secretariat added it. */
    public boolean bySecretariat() {
      return added.isPresent();
    }

    /** All its texts. */
    public List<String> texts() {
      return Stream.of(
              Optional.of(text),
              added.flatMap(Added::proposedText),
              added.flatMap(Added::rationale))
          .flatMap(Optional::stream)
          .toList();
    }

    /** How long it is, in UTF-16 units. */
    public int length() {
      return texts().stream().mapToInt(String::length).sum();
    }
  }

  /**
   * What a translation of the secretariat has besides the text.
   *
   * @param withheld whether it was made before something was redacted in the text: who reads marks
   *     does not read it
   */
  public record Added(
      Optional<String> proposedText, Optional<String> rationale, boolean withheld) {}

  /** A file that it names; size in bytes. */
  public record Attachment(String id, String name, String mediaType, long size, String sha256) {}
}
