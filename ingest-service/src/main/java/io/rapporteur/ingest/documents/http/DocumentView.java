package io.rapporteur.ingest.documents.http;

import io.rapporteur.ingest.documents.Difference;
import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.KeptCorrections;
import io.rapporteur.ingest.documents.Recommendation;
import io.rapporteur.ingest.http.RecommendationView;
import io.rapporteur.ingest.http.SectionView;
import io.rapporteur.ingest.reading.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A document, how it was read, and how that differs from what is published; {@code repairs} counts
 * what the secretariat should look at.
 *
 * @param revision to name when it is changed
 * @param corrections made by hand since the file was read
 * @param differences from what is published; none before the first publication
 * @param undecided items whose label waits for a human decision
 * @param questions what is missing from the lists, and what was left open
 */
record DocumentView(
    String id,
    int revision,
    String symbol,
    Map<String, String> titles,
    String language,
    boolean machineRead,
    String sourceName,
    String sourceDigest,
    int repairs,
    List<CorrectionsView> corrections,
    List<DifferenceView> differences,
    List<UndecidedView> undecided,
    List<QuestionView> questions,
    List<SectionView> sections,
    List<RecommendationView> items) {

  static DocumentView of(Document document, List<Recommendation> published) {
    List<Recommendation> items = Recommendation.of(document);
    return new DocumentView(
        document.id(),
        document.revision(),
        document.manifest().symbol(),
        document.manifest().titles(),
        document.manifest().language(),
        document.manifest().machineRead(),
        document.sourceName(),
        document.sourceDigest(),
        items.stream().mapToInt(item -> item.repairs().size()).sum(),
        document.corrections().stream().map(CorrectionsView::of).toList(),
        published.isEmpty()
            ? List.of()
            : Difference.between(document, published).stream().map(DifferenceView::of).toList(),
        document.reading().undecided().stream().map(UndecidedView::of).toList(),
        document.reading().questions().stream().map(QuestionView::of).toList(),
        document.reading().sections().stream()
            .map(section -> SectionView.of(section, document.manifest().language()))
            .toList(),
        items.stream().map(item -> RecommendationView.of(item, item.place())).toList());
  }

  /** Corrections of one act; {@code corrected} are the ids of their items as they stood before. */
  record CorrectionsView(List<String> corrected, String reason, String by, Instant at) {

    static CorrectionsView of(KeptCorrections kept) {
      return new CorrectionsView(
          kept.corrections().stream().map(correction -> correction.item()).distinct().toList(),
          kept.reason(),
          kept.by(),
          kept.at());
    }
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
