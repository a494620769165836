package io.rapporteur.ingest.participants;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names that documents of the United Nations printed until a State took another, in the languages
 * in which the name changed. They are recognized in older documents and never printed.
 */
final class FormerNames {

  /** By code. */
  static final Map<String, List<String>> ALL =
      Map.of(
          // Türkiye since June 2022.
          "tr", List.of("Turkey", "Turquie", "Turquía"),
          // North Macedonia since February 2019.
          "mk",
              List.of(
                  "the former Yugoslav Republic of Macedonia",
                  "l'ex-République yougoslave de Macédoine",
                  "la ex República Yugoslava de Macedonia",
                  "бывшая югославская Республика Македония",
                  "جمهورية مقدونيا اليوغوسلافية السابقة",
                  "前南斯拉夫的马其顿共和国"),
          // Eswatini since May 2018; Chinese kept its name.
          "sz", List.of("Swaziland", "Swazilandia", "Свазиленд", "سوازيلند"),
          // Cabo Verde in all languages since October 2013.
          "cv", List.of("Cape Verde", "Cap-Vert"),
          // Naoero since June 2026.
          "nr", List.of("Nauru", "Науру"));

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

  private FormerNames() {}

  /** Whether a name has one in it that the State of this code gave up. */
  static boolean in(String code, String name) {
    String plain = plain(name);
    return ALL.getOrDefault(code, List.of()).stream()
        .map(FormerNames::plain)
        .anyMatch(
            former ->
                Pattern.compile(
                        edge(former, "(?<!\\p{L})")
                            + Pattern.quote(former)
                            + edge(former, "(?!\\p{L})"))
                    .matcher(plain)
                    .find());
  }

  /** Chinese has no edges of words. */
  private static String edge(String name, String edge) {
    return HAN.matcher(name).matches() ? "" : edge;
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replace('\u2019', '\'')
        .replaceAll("\\s+", " ");
  }
}
