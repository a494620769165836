package io.rapporteur.aggregation.rolling;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.rapporteur.schemas.wording.WordDifference;
import io.rapporteur.schemas.wording.WordDifference.Kind;
import java.util.HashMap;
import java.util.Map;

/**
 * How similar two texts are: twice the characters of the words that the shortest difference leaves
 * the same, of the characters of both (Ratcliff and Obershelp's ratio, over the difference by words
 * that redlines show). From 0 to 1, and the same in both directions.
 */
final class Similarity {

  private final String text;
  private final String language;
  private final Map<String, Integer> words;

  /** Of a text in a language. */
  Similarity(String text, String language) {
    this.text = Normalized.of(text);
    this.language = language;
    this.words = words(this.text, language);
  }

  private static Map<String, Integer> words(String text, String language) {
    BreakIterator breaks = BreakIterator.getWordInstance(ULocale.forLanguageTag(language));
    breaks.setText(text);
    Map<String, Integer> words = new HashMap<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      words.merge(text.substring(start, end), 1, Integer::sum);
      start = end;
    }
    return words;
  }

  /** Whether it is at least so similar; most pairs that are not are told by their words alone. */
  boolean reaches(double threshold, Similarity other) {
    return bound(other) >= threshold && to(other) >= threshold;
  }

  double to(Similarity other) {
    // In one order, so that both directions give the same.
    boolean ahead = text.compareTo(other.text) <= 0;
    String one = ahead ? text : other.text;
    String two = ahead ? other.text : text;
    int same =
        WordDifference.between(one, two, language).stream()
            .filter(stretch -> stretch.kind() == Kind.SAME)
            .mapToInt(stretch -> stretch.text().length())
            .sum();
    return ratio(same, other);
  }

  /** No order of words can make it more similar than this. */
  private double bound(Similarity other) {
    int common = 0;
    for (Map.Entry<String, Integer> word : words.entrySet()) {
      int both = Math.min(word.getValue(), other.words.getOrDefault(word.getKey(), 0));
      common += both * word.getKey().length();
    }
    return ratio(common, other);
  }

  private double ratio(int same, Similarity other) {
    int both = text.length() + other.text.length();
    return both == 0 ? 1 : 2.0 * same / both;
  }
}
