package io.rapporteur.identity.account.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/** The words of the pages in six languages, from {@code pages/words_<language>.properties}. */
final class Words {

  private static final Map<PageLanguage, Map<String, String>> ALL = read();

  private Words() {}

  /** All words of a language, by name. */
  static Map<String, String> of(PageLanguage language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  /** A sentence of a language. */
  static String say(PageLanguage language, String name, Object... values) {
    String pattern = of(language).get(name);
    if (pattern == null) {
      throw new IllegalArgumentException("words: " + name + " (expected: a name of a sentence)");
    }
    return new MessageFormat(pattern, language.locale()).format(values);
  }

  private static Map<PageLanguage, Map<String, String>> read() {
    Map<PageLanguage, Map<String, String>> all = new EnumMap<>(PageLanguage.class);
    for (PageLanguage language : PageLanguage.values()) {
      all.put(language, read("/pages/words_" + language.tag() + ".properties"));
    }
    return all;
  }

  private static Map<String, String> read(String file) {
    var properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Words.class.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> words = new TreeMap<>();
    properties.stringPropertyNames().forEach(name -> words.put(name, properties.getProperty(name)));
    return Map.copyOf(words);
  }
}
