package io.rapporteur.aggregation.search.lucene;

import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.ru.RussianAnalyzer;

/**
 * How texts of each language are cut into words: by stem, and in Arabic without the marks of vowels
 * and with one form of alef; Chinese in pairs of characters.
 */
final class Languages {

  static final List<String> ALL = List.of("ar", "zh", "en", "fr", "ru", "es");

  private static final String FIELD = "text.";

  private Languages() {}

  static String field(String language) {
    return FIELD + language;
  }

  static Analyzer analyzer() {
    return new PerFieldAnalyzerWrapper(
        new KeywordAnalyzer(),
        Map.of(
            field("ar"), new ArabicAnalyzer(),
            field("zh"), new CJKAnalyzer(),
            field("en"), new EnglishAnalyzer(),
            field("fr"), new FrenchAnalyzer(),
            field("ru"), new RussianAnalyzer(),
            field("es"), new SpanishAnalyzer()));
  }
}
