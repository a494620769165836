package io.rapporteur.comments.table;

import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** The words of the table in six languages, from {@code words.properties}. Immutable. */
public final class Words {

  private static final Properties ALL = load();

  private final UnLanguage language;

  private Words(UnLanguage language) {
    this.language = language;
  }

  /** The words of a language. */
  public static Words in(UnLanguage language) {
    return new Words(language);
  }

  /** Heading of a column. */
  public String heading(Column column) {
    return word("column." + column.key());
  }

  /** A kind of comment. */
  public String kind(Kind kind) {
    return word("kind." + kind.word());
  }

  /** A position; {@link Position#NOT_STATED} has no word, it is the empty cell. */
  public String position(Position position) {
    return position == Position.NOT_STATED ? "" : word("position." + position.word());
  }

  /** Name of a language. */
  public String language(UnLanguage named) {
    return word("language." + named.tag());
  }

  /** Name of the sheet. */
  public String sheet() {
    return word("sheet");
  }

  String preliminary() {
    return word("notice.preliminary");
  }

  String machineRead() {
    return word("notice.machine-read");
  }

  String howToFill() {
    return word("notice.how-to-fill");
  }

  String furtherComments() {
    return word("further-comments");
  }

  String generalComments(String document) {
    return word("general-comments").replace("{0}", document);
  }

  String agendaItem(String item) {
    return word("agenda-item").replace("{0}", item);
  }

  /** Name of the language of a text, whatever language that is. */
  String languageOf(String tag, boolean machineRead) {
    String name = UnLanguage.of(tag).map(this::language).orElse(tag);
    return machineRead ? name + " (" + word("machine-read") + ")" : name;
  }

  private String word(String key) {
    return Objects.requireNonNull(
        ALL.getProperty(language.tag() + "." + key), () -> language.tag() + "." + key);
  }

  private static Properties load() {
    var words = new Properties();
    try (var in = Objects.requireNonNull(Words.class.getResourceAsStream("words.properties"));
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
