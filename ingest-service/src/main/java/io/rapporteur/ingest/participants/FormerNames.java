package io.rapporteur.ingest.participants;

import java.util.List;
import java.util.Map;

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
          // Eswatini since May 2018.
          "sz", List.of("Swaziland", "Swazilandia", "Свазиленд", "سوازيلند", "斯威士兰"),
          // Cabo Verde in all languages since October 2013.
          "cv", List.of("Cape Verde", "Cap-Vert"),
          // Naoero since June 2026.
          "nr", List.of("Nauru", "Науру"));

  private FormerNames() {}
}
