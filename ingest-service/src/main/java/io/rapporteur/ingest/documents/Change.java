package io.rapporteur.ingest.documents;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the secretariat says that a difference is. Three changes of a text are different events: a
 * fix of the transcription, a corrigendum, a rewording by the group. Where the group reworded it in
 * another language, a text that follows is the language version of that.
 *
 * @param symbol of the corrigendum, for one
 * @param languages that the corrigendum corrects, for one
 * @param into id of the recommendation that it was merged into, for a merging
 */
public record Change(
    String recommendation,
    As as,
    Optional<String> symbol,
    List<String> languages,
    Optional<String> into) {

  /** Copies the languages. */
  public Change {
    languages = List.copyOf(languages);
  }

  /** Kinds of change. */
  public enum As {
    TRANSCRIPTION,
    CORRIGENDUM,
    REWORDING,
    LANGUAGE_VERSION,
    WITHDRAWAL,
    MERGING;

    /** The word in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
