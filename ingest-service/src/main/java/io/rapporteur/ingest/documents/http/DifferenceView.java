package io.rapporteur.ingest.documents.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.ingest.documents.Difference;
import io.rapporteur.ingest.documents.Recommendation;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a reading departs from what is published.
 *
 * @param kind {@code new}, {@code new-language}, {@code changed}, {@code outdated}, {@code missing}
 *     or {@code extra}
 * @param before in the language of the reading
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DifferenceView(
    String recommendation, String kind, @Nullable WordsView before, @Nullable WordsView after) {

  static DifferenceView of(Difference difference, String language) {
    return new DifferenceView(
        difference.recommendation(),
        difference.kind().word(),
        difference.before().flatMap(item -> WordsView.of(item, language)).orElse(null),
        difference.after().flatMap(item -> WordsView.of(item, language)).orElse(null));
  }

  /** The words of a recommendation in one language. */
  record WordsView(String label, String printedLabel, Map<String, String> texts) {

    static Optional<WordsView> of(Recommendation recommendation, String language) {
      return recommendation
          .wording(language)
          .map(
              worded ->
                  new WordsView(
                      recommendation.label(),
                      worded.printedLabel(),
                      Map.of(language, worded.text())));
    }
  }
}
