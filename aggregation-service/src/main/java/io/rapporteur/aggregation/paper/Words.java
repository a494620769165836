package io.rapporteur.aggregation.paper;

import com.ibm.icu.util.ULocale;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.Redaction;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The words of papers in six languages, from {@code words.properties} and, of what a meeting makes,
 * {@code meeting-words.properties}, and of the rolling text, {@code rolling-words.properties}.
 * Immutable.
 */
public final class Words {

  private static final List<String> FILES =
      List.of("words.properties", "meeting-words.properties", "rolling-words.properties");
  private static final Properties ALL = load();

  private final UnLanguage language;

  private Words(UnLanguage language) {
    this.language = language;
  }

  /** The words of a language. */
  public static Words in(UnLanguage language) {
    return new Words(language);
  }

  /** The language. */
  public UnLanguage language() {
    return language;
  }

  /**
   * A word or sentence.
   *
   * @param values for {@code {0}}, {@code {1}} and so on
   */
  public String word(String key, String... values) {
    String word =
        Objects.requireNonNull(
            ALL.getProperty(language.tag() + "." + key), () -> language.tag() + "." + key);
    for (int i = 0; i < values.length; i++) {
      word = word.replace("{" + i + "}", values[i]);
    }
    return word;
  }

  /** A position; the one that was not stated has no word. */
  public String position(String position) {
    return position.equals("not-stated") ? "" : word("position." + position);
  }

  /** That parts of a comment are redacted, and why; nothing if none are. */
  public Optional<String> redacted(Content said) {
    List<String> reasons =
        said.redactions().stream()
            .map(Redaction::reason)
            .distinct()
            .map(reason -> word("redacted." + reason))
            .toList();
    return reasons.isEmpty()
        ? Optional.empty()
        : Optional.of(
            word(
                said.holdsWhatIsRedacted() ? "redacted-for-others" : "redacted",
                String.join(word("between"), reasons)));
  }

  /** That there are marks among these, or what they stand for in others. */
  List<String> redacted(Stream<Comment.Saying> comments) {
    return comments
        .filter(saying -> !saying.redactions().isEmpty())
        .map(saying -> saying.holdsWhatIsRedacted() ? "redacted-for-others" : "redacted")
        .distinct()
        .sorted()
        .map(key -> word("notice." + key))
        .toList();
  }

  /** Name of a language, of the six or another, as it stands alone. */
  public String language(String tag) {
    return UnLanguage.of(tag).map(l -> word("language." + l.tag())).orElseGet(() -> other(tag));
  }

  /** That a text is the original, and in which language. */
  public String original(String tag) {
    return word("original", named(tag));
  }

  /** Name of a language within a sentence. */
  public String tongue(String tag) {
    return language == UnLanguage.AR ? language(tag) : named(tag);
  }

  /** A number as the language writes it, in Western digits. */
  public String number(double number) {
    var format = NumberFormat.getInstance(Locale.forLanguageTag(language.tag() + "-u-nu-latn"));
    format.setMaximumFractionDigits(6);
    return format.format(number);
  }

  /** A date as documents of the United Nations write it. */
  public String date(LocalDate date) {
    if (language == UnLanguage.AR) {
      return date.getDayOfMonth()
          + " "
          + word("month." + date.getMonthValue())
          + " "
          + date.getYear();
    }
    String written =
        DateTimeFormatter.ofPattern(word("date"), Locale.forLanguageTag(language.tag()))
            .format(date);
    return language == UnLanguage.FR && date.getDayOfMonth() == 1
        ? written.replaceFirst("^1 ", "1er ")
        : written;
  }

  private String named(String tag) {
    return UnLanguage.of(tag).map(l -> word("original." + l.tag())).orElseGet(() -> other(tag));
  }

  private String other(String tag) {
    return ULocale.getDisplayName(tag, language.tag());
  }

  private static Properties load() {
    var words = new Properties();
    for (String file : FILES) {
      try (var in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file);
          var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        words.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return words;
  }
}
