package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.reading.ReadingResult;
import io.rapporteur.ingest.reading.RecognizingParticipants;
import io.rapporteur.ingest.reading.ReportReader;
import io.rapporteur.ingest.source.PlainText;
import io.rapporteur.ingest.source.Refusal;
import io.rapporteur.ingest.source.Source;
import io.rapporteur.ingest.source.SourceResult;
import io.rapporteur.schemas.revision.CanonicalJson;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Loading a report and publishing it. Doing either twice changes nothing. Thread-safe. */
public final class LoadingReports {

  private final Documents documents;
  private final Supplier<? extends RecognizingParticipants> recognizing;

  /** Puts the use case together; it recognizes no participants. */
  public LoadingReports(Documents documents) {
    this(documents, () -> printed -> Optional.empty());
  }

  /**
   * Puts the use case together.
   *
   * @param recognizing the participants as of now, asked once for each report
   */
  public LoadingReports(
      Documents documents, Supplier<? extends RecognizingParticipants> recognizing) {
    this.documents = documents;
    this.recognizing = recognizing;
  }

  /** What comes of loading. */
  public sealed interface Loaded {}

  /** The report was read and is kept; nothing of it is published yet. */
  public record Kept(Document document, boolean isNew) implements Loaded {}

  /** The file cannot be read as the report that its manifest describes. */
  public record Unreadable(Refusal refusal) implements Loaded {}

  /** Another file or manifest stands under this document id. */
  public record Clash(Document standing) implements Loaded {}

  /**
   * Reads a file and keeps the reading.
   *
   * @param name of the file
   */
  public Loaded load(String name, byte[] file, Manifest manifest, Request request) {
    switch (read(file, manifest)) {
      case ReadingResult.Refused(Refusal refusal) -> {
        return new Unreadable(refusal);
      }
      case ReadingResult.Read(var reading) -> {
        var document = new Document(manifest, name, CanonicalJson.sha256(file), reading);
        Optional<Document> standing = documents.document(document.id());
        if (standing.isEmpty()) {
          documents.add(document, request);
          Document counted = documents.document(document.id()).orElseThrow();
          return same(counted, document) ? new Kept(counted, true) : new Clash(counted);
        }
        return same(standing.get(), document)
            ? new Kept(standing.get(), false)
            : new Clash(standing.get());
      }
    }
  }

  private ReadingResult read(byte[] file, Manifest manifest) {
    return switch (PlainText.open(file)) {
      case SourceResult.Refused(Refusal refusal) -> new ReadingResult.Refused(refusal);
      case SourceResult.Opened(Source source) ->
          ReportReader.read(source, manifest, recognizing.get());
    };
  }

  private static boolean same(Document one, Document other) {
    return one.sourceDigest().equals(other.sourceDigest())
        && one.manifest().equals(other.manifest());
  }

  /**
   * What publication did.
   *
   * @param published how many items it published
   * @param standing how many stood already
   */
  public record Published(int published, int standing) {}

  /** Publishes what is not yet published of a document; completes what was interrupted. */
  public Published publish(Document document, Request request) {
    Set<String> standing =
        documents.published(document.id()).stream()
            .map(Recommendation::id)
            .collect(Collectors.toSet());
    List<Recommendation> missing =
        Recommendation.of(document).stream().filter(r -> !standing.contains(r.id())).toList();
    if (!missing.isEmpty()) {
      documents.publish(missing, request);
    }
    return new Published(missing.size(), standing.size());
  }
}
