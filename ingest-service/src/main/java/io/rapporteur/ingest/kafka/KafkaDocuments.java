package io.rapporteur.ingest.kafka;

import io.rapporteur.events.DocumentEvent;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.Documents;
import io.rapporteur.ingest.documents.KeptCorrections;
import io.rapporteur.ingest.documents.PublicationStep;
import io.rapporteur.ingest.documents.Recommendation;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Documents and recommendations as events. Thread-safe. */
public final class KafkaDocuments implements Documents {

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
  public List<Document> versions(String id) {
    return DocumentEvents.versions(view.documents.startingWith(id + "/"));
  }

  @Override
  public List<Document> all() {
    return view.documents.startingWith("").stream()
        .collect(
            Collectors.groupingBy(DocumentEvent::getDocument, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(events -> DocumentEvents.versions(events).stream().limit(1))
        .toList();
  }

  @Override
  public List<Recommendation> published(String document) {
    return view.recommendations.startingWith(document + ".").stream()
        .map(RecommendationEvents::recommendation)
        .filter(item -> item.document().equals(document))
        .sorted(Comparator.comparingInt(Recommendation::place))
        .toList();
  }

  @Override
  public Decided keep(Document document, Request request) {
    return append(document.id(), document.revision(), DocumentEvents.read(document), request);
  }

  @Override
  public Decided correct(
      String id, String language, int revision, KeptCorrections corrections, Request request) {
    return append(id, revision + 1, DocumentEvents.corrected(corrections, language), request);
  }

  private Decided append(String id, int revision, Object fact, Request request) {
    view.await(
        List.of(
            documents.append(
                id,
                DocumentEvent.newBuilder()
                    .setDocument(id)
                    .setRevision(revision)
                    .setRequestId(request.id().value())
                    .setRequestDigest(request.digest())
                    .setOccurredAt(request.at())
                    .setBy(request.client())
                    .setFact(fact)
                    .build())));
    return earlier(id, request).orElse(Decided.OVERTAKEN);
  }

  @Override
  public Optional<Decided> earlier(String id, Request request) {
    return view.documents.startingWith(id + "/").stream()
        .filter(event -> event.getRequestId().equals(request.id().value()))
        .findFirst()
        .map(event -> Decided.of(event.getRequestId(), event.getRequestDigest(), request));
  }

  @Override
  public Set<String> publish(List<PublicationStep> steps, Request request) {
    Map<String, RecommendationEvent> events = new LinkedHashMap<>();
    for (PublicationStep step : steps) {
      events.put(
          step.after().id(),
          RecommendationEvent.newBuilder()
              .setRecommendation(step.after().id())
              .setRevision(step.revision())
              .setRequestId(request.id().value())
              .setRequestDigest(request.digest())
              .setOccurredAt(request.at())
              .setBy(request.client())
              .setFact(RecommendationEvents.fact(step))
              .build());
    }
    view.await(recommendations.append(events));
    return steps.stream()
        .filter(step -> !madeBy(request, step))
        .map(step -> step.after().id())
        .collect(Collectors.toSet());
  }

  private boolean madeBy(Request request, PublicationStep step) {
    return view.recommendations
        .get(step.after().id())
        .filter(
            event ->
                event.getRevision() == step.revision()
                    && event.getRequestId().equals(request.id().value()))
        .isPresent();
  }

  @Override
  public boolean catchUp() {
    return view.reader()
        .awaitEnd(
            List.of(TopicCatalogue.DOCUMENT_EVENTS, TopicCatalogue.RECOMMENDATION_EVENTS),
            EventLog.PATIENCE);
  }
}
