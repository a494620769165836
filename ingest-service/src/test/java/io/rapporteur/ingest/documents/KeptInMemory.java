package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Documents without a log: what is published is kept, readings are what the test puts here. */
final class KeptInMemory implements Documents {

  final List<Recommendation> published = new ArrayList<>();

  /** Ids whose revision another request takes first. */
  final Set<String> taken = new HashSet<>();

  List<Document> versions = List.of();
  boolean behind;

  @Override
  public Set<String> publish(List<PublicationStep> steps, Request request) {
    for (PublicationStep step : steps) {
      if (!taken.contains(step.after().id())) {
        published.removeIf(item -> item.id().equals(step.after().id()));
        published.add(stamped(step));
      }
    }
    return Set.copyOf(taken);
  }

  private static Recommendation stamped(PublicationStep step) {
    Recommendation after = step.after();
    var status =
        switch (step.change().map(Change::as).orElse(Change.As.TRANSCRIPTION)) {
          case WITHDRAWAL -> Recommendation.Status.WITHDRAWN;
          case MERGING -> Recommendation.Status.MERGED;
          default -> Recommendation.Status.STANDING;
        };
    return new Recommendation(
        after.id(),
        step.revision(),
        status,
        step.change().flatMap(Change::into),
        after.document(),
        after.symbol(),
        after.shortName(),
        after.version(),
        after.paragraph(),
        after.ordinal(),
        after.place(),
        after.label(),
        after.heading(),
        after.language(),
        after.wordings(),
        after.proposers(),
        after.annotations());
  }

  @Override
  public List<Recommendation> published(String document) {
    return published.stream().sorted(Comparator.comparingInt(Recommendation::place)).toList();
  }

  @Override
  public List<Document> versions(String id) {
    return versions;
  }

  @Override
  public List<Document> all() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Decided keep(Document document, Request request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Decided correct(
      String id, String language, int revision, KeptCorrections corrections, Request request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Decided> earlier(String id, Request request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean catchUp() {
    return !behind;
  }
}
