package io.rapporteur.ingest.documents.http;

import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.Recommendation;
import io.rapporteur.ingest.http.RecommendationView;
import io.rapporteur.ingest.http.SectionView;
import java.util.List;
import java.util.Map;

/** A document and how it was read; {@code repairs} counts what the secretariat should look at. */
record DocumentView(
    String id,
    String symbol,
    Map<String, String> titles,
    String language,
    boolean machineRead,
    String sourceName,
    String sourceDigest,
    int repairs,
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
        document.reading().sections().stream()
            .map(section -> SectionView.of(section, document.manifest().language()))
            .toList(),
        items.stream().map(item -> RecommendationView.of(item, item.place())).toList());
  }
}
