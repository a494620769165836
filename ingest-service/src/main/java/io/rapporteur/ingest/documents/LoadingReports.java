package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.reading.Reading;
import io.rapporteur.ingest.reading.Reading.Footnote;
import io.rapporteur.ingest.reading.Reading.Item;
import io.rapporteur.ingest.reading.Reading.Proposer;
import io.rapporteur.ingest.reading.ReadingResult;
import io.rapporteur.ingest.reading.RecognizingParticipants;
import io.rapporteur.ingest.reading.ReportReader;
import io.rapporteur.ingest.source.Refusal;
import io.rapporteur.ingest.source.Refusal.Reason;
import io.rapporteur.ingest.source.Source;
import io.rapporteur.ingest.source.SourceResult;
import io.rapporteur.ingest.source.Sources;
import io.rapporteur.schemas.revision.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Loading a report, for the first time or anew. Nothing is published by it, and doing it twice
 * changes nothing. Thread-safe.
 */
public final class LoadingReports {

  /** What a reading may take in one event of the log, with room for what is not text. */
  private static final int LARGEST_READING = 700_000;

  private final Documents documents;
  private final Sources sources;
  private final Supplier<? extends RecognizingParticipants> recognizing;

  /**
   * Puts the use case together.
   *
   * @param sources opens the files
   * @param recognizing the participants as of now, asked once for each report
   */
  public LoadingReports(
      Documents documents,
      Sources sources,
      Supplier<? extends RecognizingParticipants> recognizing) {
    this.documents = documents;
    this.sources = sources;
    this.recognizing = recognizing;
  }

  /** What comes of loading. */
  public sealed interface Loaded {}

  /** The report was read and is kept. */
  public record Kept(Document document, boolean isNew) implements Loaded {}

  /** The file cannot be read as the report that its manifest describes. */
  public record Unreadable(Refusal refusal) implements Loaded {}

  /** Another file or manifest stands under this document id. */
  public record Clash(Document standing) implements Loaded {}

  /** Another document has the same symbol in the same language. */
  public record SameSymbol(String other) implements Loaded {}

  /** The log decided otherwise; never {@link Decided#COUNTED}. */
  public record Refused(Decided decided) implements Loaded {}

  /**
   * Reads a file and keeps the reading.
   *
   * @param name of the file
   */
  public Loaded load(String name, byte[] file, Manifest manifest, Request request) {
    return switch (read(name, file, manifest)) {
      case ReadingResult.Refused(Refusal refusal) -> new Unreadable(refusal);
      case ReadingResult.Read(var reading) ->
          keepFirst(Document.read(manifest, name, CanonicalJson.sha256(file), reading, 1), request);
    };
  }

  private Loaded keepFirst(Document document, Request request) {
    Optional<Document> standing = documents.document(document.id());
    if (standing.isPresent()) {
      return same(standing.get(), document)
          ? new Kept(standing.get(), false)
          : new Clash(standing.get());
    }
    Optional<String> other = sameSymbol(document);
    if (other.isPresent()) {
      return new SameSymbol(other.get());
    }
    documents.keep(document, request);
    Document counted = documents.document(document.id()).orElseThrow();
    return same(counted, document) ? new Kept(counted, true) : new Clash(counted);
  }

  /**
   * Reads a corrected version of a report that stands already. Its items keep their ids by label;
   * corrections by hand were made of the earlier reading and end with it.
   *
   * @param manifest of the same document in the same language
   * @param expected revision of the document that the caller has seen
   */
  public Loaded loadAnew(
      int expected, String name, byte[] file, Manifest manifest, Request request) {
    Optional<Decided> earlier = documents.earlier(manifest.document(), request);
    if (earlier.isPresent()) {
      return answer(manifest.document(), earlier.get(), false);
    }
    return switch (read(name, file, manifest)) {
      case ReadingResult.Refused(Refusal refusal) -> new Unreadable(refusal);
      case ReadingResult.Read(var reading) ->
          keepAnew(
              Document.read(manifest, name, CanonicalJson.sha256(file), reading, expected + 1),
              request);
    };
  }

  private Loaded keepAnew(Document document, Request request) {
    Optional<String> other = sameSymbol(document);
    return other.isPresent()
        ? new SameSymbol(other.get())
        : answer(document.id(), documents.keep(document, request), true);
  }

  private Loaded answer(String id, Decided decided, boolean isNew) {
    return decided == Decided.COUNTED
        ? new Kept(documents.document(id).orElseThrow(), isNew)
        : new Refused(decided);
  }

  private Optional<String> sameSymbol(Document document) {
    return documents.all().stream()
        .filter(
            other ->
                !other.id().equals(document.id())
                    && other.manifest().symbol().equals(document.manifest().symbol())
                    && other.manifest().language().equals(document.manifest().language()))
        .map(Document::id)
        .findFirst();
  }

  private ReadingResult read(String name, byte[] file, Manifest manifest) {
    return switch (sources.open(file, name, Optional.empty(), Optional.empty())) {
      case SourceResult.Refused(Refusal refusal) -> new ReadingResult.Refused(refusal);
      case SourceResult.Opened(Source source) ->
          bounded(ReportReader.read(source, manifest, recognizing.get()));
    };
  }

  private static ReadingResult bounded(ReadingResult result) {
    if (result instanceof ReadingResult.Read(Reading reading)) {
      int bytes = reading.items().stream().mapToInt(LoadingReports::bytes).sum();
      if (bytes > LARGEST_READING) {
        return new ReadingResult.Refused(
            Refusal.because(
                Reason.TOO_LARGE,
                "file",
                bytes + " bytes of recommendations",
                "at most " + LARGEST_READING + "; load its parts as documents of their own"));
      }
    }
    return result;
  }

  /** What an item takes, about: its words, those of its footnotes, and what was repaired. */
  private static int bytes(Item item) {
    return Stream.of(
            Stream.of(item.text()),
            item.footnotes().stream().map(Footnote::text),
            item.annotations().values().stream(),
            item.proposers().stream().map(Proposer::name),
            item.repairs().stream().map(repair -> repair.printed() + repair.reason()))
        .flatMap(words -> words)
        .mapToInt(words -> words.getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }

  private static boolean same(Document one, Document other) {
    return one.sourceDigest().equals(other.sourceDigest())
        && one.manifest().equals(other.manifest());
  }
}
