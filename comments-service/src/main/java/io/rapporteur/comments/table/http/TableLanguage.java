package io.rapporteur.comments.table.http;

import io.rapporteur.comments.table.UnLanguage;
import io.rapporteur.schemas.http.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The language of a table: the one asked for, else the best that the caller accepts, else English.
 * Stateless.
 */
public final class TableLanguage {

  private static final List<Locale> LANGUAGES =
      Arrays.stream(UnLanguage.values()).map(l -> Locale.forLanguageTag(l.tag())).toList();

  private TableLanguage() {}

  /**
   * The language.
   *
   * @param faults are added to
   */
  public static UnLanguage of(
      @Nullable String language, @Nullable String acceptLanguage, List<Fault> faults) {
    return language == null
        ? accepted(acceptLanguage).orElse(UnLanguage.EN)
        : named(language, faults).orElse(UnLanguage.EN);
  }

  /**
   * The language of a tag.
   *
   * @param faults are added to
   */
  public static Optional<UnLanguage> named(String language, List<Fault> faults) {
    Optional<UnLanguage> named = UnLanguage.of(language);
    if (named.isEmpty()) {
      faults.add(
          Fault.of(
              "language",
              language,
              "one of "
                  + LANGUAGES.stream().map(Locale::getLanguage).collect(Collectors.joining(", "))));
    }
    return named;
  }

  /** The best that is offered; a header that cannot be read asks for nothing. */
  private static Optional<UnLanguage> accepted(@Nullable String acceptLanguage) {
    if (acceptLanguage == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(
              Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES))
          .flatMap(best -> UnLanguage.of(best.getLanguage()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
