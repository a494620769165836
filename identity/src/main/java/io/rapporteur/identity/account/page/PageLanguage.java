package io.rapporteur.identity.account.page;

import io.rapporteur.identity.session.Cookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The six languages of the pages, each by its own name. */
enum PageLanguage {
  AR("العربية"),
  EN("English"),
  ES("Español"),
  FR("Français"),
  RU("Русский"),
  ZH("中文");

  private static final String COOKIE = "rapporteur_language";
  private static final Duration REMEMBERED = Duration.ofDays(365);

  private final String ownName;

  PageLanguage(String ownName) {
    this.ownName = ownName;
  }

  /** That of a request: asked for by {@code lang}, asked for before, or the browser's. */
  static PageLanguage of(
      HttpServletRequest request, HttpServletResponse response, Cookies cookies) {
    Optional<PageLanguage> asked = ofTag(request.getParameter("lang"));
    asked.ifPresent(language -> cookies.write(response, COOKIE, language.tag(), REMEMBERED));
    return asked
        .or(() -> cookies.read(request, COOKIE).flatMap(PageLanguage::ofTag))
        .orElseGet(() -> accepted(request.getHeader("Accept-Language")));
  }

  private static PageLanguage accepted(@Nullable String header) {
    if (header == null) {
      return EN;
    }
    try {
      List<Locale> known = Arrays.stream(values()).map(PageLanguage::locale).toList();
      Locale best = Locale.lookup(Locale.LanguageRange.parse(header), known);
      return best == null ? EN : ofTag(best.getLanguage()).orElse(EN);
    } catch (IllegalArgumentException e) {
      return EN;
    }
  }

  private static Optional<PageLanguage> ofTag(@Nullable String tag) {
    return Arrays.stream(values()).filter(language -> language.tag().equals(tag)).findFirst();
  }

  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  Locale locale() {
    return Locale.of(tag());
  }

  String ownName() {
    return ownName;
  }

  /** For the attribute {@code dir}. */
  String direction() {
    return this == AR ? "rtl" : "ltr";
  }
}
