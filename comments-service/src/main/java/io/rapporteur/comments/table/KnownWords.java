package io.rapporteur.comments.table;

import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the words of all six languages mean, however people space or capitalize them, and the
 * headings and codes of the tables that other bodies use ({@link Layout}).
 */
final class KnownWords {

  private static final Set<String> ISO_LANGUAGES = Set.of(Locale.getISOLanguages());

  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
  private static final Pattern ENDING = Pattern.compile("[ .:*]+$");
  private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)?");
  private static final Pattern NUMBER = Pattern.compile("^\\d+\\s*[.)]?\\s*");
  private static final Pattern STROKES = Pattern.compile("\\s*/\\s*");
  private static final Pattern SIGNS = Pattern.compile("[.,:*\\d]");
  private static final Pattern LAST_STROKE = Pattern.compile("[ /]+$");

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
        KINDS.put(folded(Layout.ISO.kind(kind, words)), kind);
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
    KINDS.put("general", Kind.SUBSTANTIVE);
  }

  private KnownWords() {}

  static Optional<Column> column(String heading) {
    Column ours = COLUMNS.get(folded(heading));
    return ours == null
        ? Optional.ofNullable(Layout.HEADINGS_OF_OTHERS.get(withoutTrimmings(heading)))
        : Optional.of(ours);
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
        .or(() -> Optional.of(folded(word)).filter(ISO_LANGUAGES::contains))
        .or(() -> Optional.of(word.strip()).filter(KnownWords::isTag));
  }

  private static boolean isTag(String word) {
    try {
      return ISO_LANGUAGES.contains(
          new Locale.Builder().setLanguageTag(word).build().getLanguage());
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  static String folded(String word) {
    String spaced =
        SPACES
            .matcher(Normalizer.normalize(word, Normalizer.Form.NFKC))
            .replaceAll(" ")
            .strip()
            .toLowerCase(Locale.ROOT);
    return ENDING.matcher(spaced).replaceAll("");
  }

  /**
   * A heading without the number before it, the examples in brackets, the signs of footnotes and
   * the spaces around strokes: {@code 4. Type of comment (Substantive, Editorial)²} is {@code type
   * of comment}.
   */
  static String withoutTrimmings(String heading) {
    String bare = BRACKETS.matcher(folded(heading)).replaceAll(" ");
    bare = STROKES.matcher(NUMBER.matcher(bare).replaceAll("")).replaceAll("/");
    bare = SPACES.matcher(SIGNS.matcher(bare).replaceAll("")).replaceAll(" ");
    return LAST_STROKE.matcher(bare).replaceAll("").strip();
  }
}
