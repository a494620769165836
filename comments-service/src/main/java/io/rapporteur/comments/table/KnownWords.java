package io.rapporteur.comments.table;

import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the words of all six languages mean, however people space or capitalize them. */
final class KnownWords {

  private static final Set<String> ISO_LANGUAGES = Set.of(Locale.getISOLanguages());

  private static final Map<String, Column> COLUMNS = new HashMap<>();
  private static final Map<String, Kind> KINDS = new HashMap<>();
  private static final Map<String, Position> POSITIONS = new HashMap<>();
  private static final Map<String, UnLanguage> LANGUAGES = new HashMap<>();

  static {
    for (UnLanguage language : UnLanguage.values()) {
      Words words = Words.in(language);
      for (Column column : Column.values()) {
        COLUMNS.put(folded(words.heading(column)), column);
      }
      for (Kind kind : Kind.values()) {
        KINDS.put(folded(words.kind(kind)), kind);
        KINDS.put(folded(kind.word()), kind);
      }
      for (Position position : Position.values()) {
        POSITIONS.put(folded(words.position(position)), position);
        POSITIONS.put(folded(position.word()), position);
      }
      for (UnLanguage named : UnLanguage.values()) {
        LANGUAGES.put(folded(words.language(named)), named);
        LANGUAGES.put(named.tag(), named);
      }
    }
  }

  private KnownWords() {}

  static Optional<Column> column(String heading) {
    return Optional.ofNullable(COLUMNS.get(folded(heading)));
  }

  static Optional<Kind> kind(String word) {
    return Optional.ofNullable(KINDS.get(folded(word)));
  }

  static Optional<Position> position(String word) {
    return Optional.ofNullable(POSITIONS.get(folded(word)));
  }

  static Optional<UnLanguage> language(String word) {
    return Optional.ofNullable(LANGUAGES.get(folded(word)));
  }

  /** A tag of any language: a comment may be in one that is not of the six. */
  static Optional<String> tag(String word) {
    return language(word)
        .map(UnLanguage::tag)
        .or(() -> Optional.of(folded(word)).filter(ISO_LANGUAGES::contains));
  }

  static String folded(String word) {
    String folded =
        Normalizer.normalize(word, Normalizer.Form.NFKC)
            .replaceAll("[\\p{Z}\\s]+", " ")
            .strip()
            .toLowerCase(Locale.ROOT);
    return folded.replaceAll("[ .:*]+$", "");
  }
}
