package io.rapporteur.ingest.documents.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapporteur.ingest.documents.Difference;
import io.rapporteur.ingest.documents.Recommendation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a reading departs from what is published.
 *
 * @param kind {@code new}, {@code changed} or {@code missing}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DifferenceView(
    String recommendation, String kind, @Nullable WordsView before, @Nullable WordsView after) {

  static DifferenceView of(Difference difference) {
    return new DifferenceView(
        difference.recommendation(),
        difference.kind().word(),
        difference.before().map(WordsView::of).orElse(null),
        difference.after().map(WordsView::of).orElse(null));
  }

  /** The words of a recommendation. */
  record WordsView(String label, String printedLabel, Map<String, String> texts) {

    static WordsView of(Recommendation recommendation) {
      return new WordsView(
          recommendation.label(), recommendation.printedLabel(), recommendation.texts());
    }
  }
}
