package io.rapporteur.ingest.kafka;

import io.rapporteur.events.DocumentEvent;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.events.RecommendationPublished;
import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.Documents;
import io.rapporteur.ingest.documents.Recommendation;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Documents and recommendations as events. Thread-safe. */
public final class KafkaDocuments implements Documents {

  private static final int FIRST = 1;

  private final IngestView view;
  private final EventLog<DocumentEvent> documents;
  private final EventLog<RecommendationEvent> recommendations;

  /** Writes to the logs, reads from the view. */
  public KafkaDocuments(
      IngestView view,
      EventLog<DocumentEvent> documents,
      EventLog<RecommendationEvent> recommendations) {
    this.view = view;
    this.documents = documents;
    this.recommendations = recommendations;
  }

  @Override
  public Optional<Document> document(String id) {
    return view.documents.get(id).map(DocumentEvents::document);
  }

  @Override
  public List<Recommendation> published(String document) {
    return view.recommendations.startingWith(document + ".").stream()
        .filter(event -> published(event).getDocument().equals(document))
        .sorted(Comparator.comparingInt(event -> published(event).getPlace()))
        .map(DocumentEvents::recommendation)
        .toList();
  }

  @Override
  public void add(Document document, Request request) {
    view.await(
        List.of(
            documents.append(
                document.id(),
                DocumentEvent.newBuilder()
                    .setDocument(document.id())
                    .setRevision(FIRST)
                    .setRequestId(request.id().value())
                    .setRequestDigest(request.digest())
                    .setOccurredAt(request.at())
                    .setBy(request.client())
                    .setFact(DocumentEvents.read(document))
                    .build())));
  }

  @Override
  public void publish(List<Recommendation> items, Request request) {
    Map<String, RecommendationEvent> events = new LinkedHashMap<>();
    for (Recommendation item : items) {
      events.put(
          item.id(),
          RecommendationEvent.newBuilder()
              .setRecommendation(item.id())
              .setRevision(FIRST)
              .setRequestId(request.id().value())
              .setRequestDigest(request.digest())
              .setOccurredAt(request.at())
              .setBy(request.client())
              .setFact(DocumentEvents.published(item))
              .build());
    }
    view.await(recommendations.append(events));
  }

  @Override
  public boolean catchUp() {
    return view.reader()
        .awaitEnd(
            List.of(TopicCatalogue.DOCUMENT_EVENTS, TopicCatalogue.RECOMMENDATION_EVENTS),
            EventLog.PATIENCE);
  }

  private static RecommendationPublished published(RecommendationEvent event) {
    return (RecommendationPublished) event.getFact();
  }
}
