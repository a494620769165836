package io.rapporteur.ingest.documents.http;

import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.Recommendation;
import io.rapporteur.ingest.http.RecommendationView;
import io.rapporteur.ingest.http.SectionView;
import io.rapporteur.ingest.reading.Reading;
import java.util.List;
import java.util.Map;

/**
 * A document and how it was read; {@code repairs} counts what the secretariat should look at.
 *
 * @param undecided items whose label waits for a human decision
 * @param questions what is missing from the lists, and what was left open
 */
record DocumentView(
    String id,
    String symbol,
    Map<String, String> titles,
    String language,
    boolean machineRead,
    String sourceName,
    String sourceDigest,
    int repairs,
    List<UndecidedView> undecided,
    List<QuestionView> questions,
    List<SectionView> sections,
    List<RecommendationView> items) {

  static DocumentView of(Document document) {
    List<Recommendation> items = Recommendation.of(document);
    return new DocumentView(
        document.id(),
        document.manifest().symbol(),
        document.manifest().titles(),
        document.manifest().language(),
        document.manifest().machineRead(),
        document.sourceName(),
        document.sourceDigest(),
        items.stream().mapToInt(item -> item.repairs().size()).sum(),
        document.reading().undecided().stream().map(UndecidedView::of).toList(),
        document.reading().questions().stream().map(QuestionView::of).toList(),
        document.reading().sections().stream()
            .map(section -> SectionView.of(section, document.manifest().language()))
            .toList(),
        items.stream().map(item -> RecommendationView.of(item, item.place())).toList());
  }

  /** An item that waits for a decision; an empty alternative is that it is none. */
  record UndecidedView(String id, int line, double confidence, List<String> alternatives) {

    static UndecidedView of(Reading.Item item) {
      return new UndecidedView(item.id(), item.firstLine(), item.confidence(), item.alternatives());
    }
  }

  /** A question; line 0 if it has none. */
  record QuestionView(String kind, int line, String what, List<String> candidates) {

    static QuestionView of(Reading.Question question) {
      return new QuestionView(
          question.kind().word(), question.line(), question.what(), question.candidates());
    }
  }
}
