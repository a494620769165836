package io.rapporteur.comments.draft;

import io.rapporteur.comments.comment.Beside;
import io.rapporteur.comments.comment.Content;
import io.rapporteur.comments.comment.Content.Translation;
import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import java.util.List;
import java.util.Optional;

/**
 * What a comment will say, as far as it is written. What is there keeps the limits of a comment;
 * anything may still be missing.
 *
 * @param position {@link Position#NOT_STATED} where none was given
 * @param beside for whom, with whom and with which files
 */
public record DraftContent(
    Optional<Kind> kind,
    Position position,
    Optional<String> text,
    Optional<String> language,
    List<Translation> translations,
    Optional<String> proposedText,
    Optional<String> proposedTextLanguage,
    Optional<String> rationale,
    Optional<String> quotation,
    Beside beside) {

  /** Copies the translations. */
  public DraftContent {
    translations = List.copyOf(translations);
  }

  /** The same, with this beside it. */
  public DraftContent with(Beside other) {
    return new DraftContent(
        kind,
        position,
        text,
        language,
        translations,
        proposedText,
        proposedTextLanguage,
        rationale,
        quotation,
        other);
  }

  /**
   * The content of a comment, still without its files; empty while something is missing that a
   * comment must have.
   */
  public Optional<Content> complete() {
    boolean wordingWhole = proposedText.isPresent() == proposedTextLanguage.isPresent();
    return kind.isPresent() && text.isPresent() && language.isPresent() && wordingWhole
        ? Optional.of(
            new Content(
                kind.get(),
                position,
                text.get(),
                language.get(),
                translations,
                proposedText,
                proposedTextLanguage,
                rationale,
                quotation))
        : Optional.empty();
  }
}
