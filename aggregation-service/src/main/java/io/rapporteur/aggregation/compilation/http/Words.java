package io.rapporteur.aggregation.compilation.http;

import io.rapporteur.schemas.http.Fault;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words that parameters are made of. */
public final class Words {

  /** The languages of the United Nations. */
  public static final List<String> LANGUAGES = List.of("ar", "zh", "en", "fr", "ru", "es");

  private Words() {}

  /** Adds a fault if a word was given that is none of these. */
  public static void oneOf(
      String name, @Nullable String value, List<String> allowed, List<Fault> faults) {
    if (value != null && !allowed.contains(value)) {
      faults.add(Fault.of(name, value, "one of " + String.join(", ", allowed)));
    }
  }

  /** The language of the page: what was asked for, else what the reader prefers, else English. */
  public static String page(
      @Nullable String language, @Nullable String acceptLanguage, List<Fault> faults) {
    oneOf("language", language, LANGUAGES, faults);
    if (language != null) {
      return language;
    }
    try {
      List<Locale> offered = LANGUAGES.stream().map(Locale::forLanguageTag).toList();
      Locale best =
          acceptLanguage == null
              ? null
              : Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), offered);
      return best == null ? "en" : best.getLanguage();
    } catch (IllegalArgumentException e) {
      return "en";
    }
  }
}
