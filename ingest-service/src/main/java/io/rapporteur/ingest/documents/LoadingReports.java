package io.rapporteur.ingest.documents;

import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.reading.Footnote;
import io.rapporteur.ingest.reading.Item;
import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.reading.Proposer;
import io.rapporteur.ingest.reading.Reading;
import io.rapporteur.ingest.reading.ReadingResult;
import io.rapporteur.ingest.reading.RecognizingParticipants;
import io.rapporteur.ingest.reading.ReportReader;
import io.rapporteur.ingest.source.Refusal;
import io.rapporteur.ingest.source.Refusal.Reason;
import io.rapporteur.ingest.source.Source;
import io.rapporteur.ingest.source.SourceResult;
import io.rapporteur.ingest.source.Sources;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Loading a report: for the first time, in one more language, or anew. Nothing is published by it,
 * and doing it twice changes nothing. Thread-safe.
 */
public final class LoadingReports {

  /** What a reading may take in one event of the log, with room for what is not text. */
  private static final int LARGEST_READING = 700_000;

  /** Languages that can come first while this one is on its way, and one more. */
  private static final int TRIES = 7;

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

  /**
   * A file as it comes in.
   *
   * @param name as its author calls it
   * @param mediaType that came with it
   * @param encoding of text and HTML, where it is known better than it can be found out
   */
  public record Upload(
      String name, byte[] bytes, Optional<String> mediaType, Optional<String> encoding) {}

  /** What comes of loading. */
  public sealed interface Loaded {}

  /**
   * The report was read and is kept.
   *
   * @param isNew the first reading in its language
   */
  public record Kept(Document document, boolean isNew) implements Loaded {}

  /** The file cannot be read as the report that its manifest describes. */
  public record Unreadable(Refusal refusal) implements Loaded {}

  /** Another file or manifest stands under this document id in this language. */
  public record Clash(Document standing) implements Loaded {}

  /** Another document has the same symbol. */
  public record SameSymbol(Document other) implements Loaded {}

  /** The document has another symbol in the language that leads. */
  public record OtherSymbol(Document leading) implements Loaded {}

  /** The log decided otherwise; never {@link Decided#COUNTED}. */
  public record Refused(Decided decided) implements Loaded {}

  /** Reads a file and keeps the reading, the first of its document or one in another language. */
  public Loaded load(Upload file, Manifest manifest, Request request) {
    return read(
        file,
        manifest,
        (source, reading) ->
            keepFirst(
                Document.read(
                    manifest,
                    SourceFile.of(file.name, file.bytes, source, request.at()),
                    reading,
                    1),
                request));
  }

  private Loaded keepFirst(Document read, Request request) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Document> standing = documents.document(read.id(), read.language());
      if (standing.isPresent()) {
        return same(standing.get(), read)
            ? new Kept(standing.get(), false)
            : new Clash(standing.get());
      }
      Optional<Loaded> misfit = symbolMisfit(read);
      if (misfit.isPresent()) {
        return misfit.get();
      }
      int revision = documents.document(read.id()).map(Document::revision).orElse(0) + 1;
      Decided decided = documents.keep(read.at(revision == 1, revision), request);
      if (decided != Decided.OVERTAKEN) {
        return answer(read.manifest(), decided, true);
      }
    }
    return new Refused(Decided.OVERTAKEN);
  }

  /**
   * Reads a corrected version of a report that stands already in this language. Its items keep
   * their ids by label; corrections by hand were made of the earlier reading and end with it.
   *
   * @param manifest of the same document in the same language
   * @param expected revision of the document that the caller has seen
   */
  public Loaded loadAnew(int expected, Upload file, Manifest manifest, Request request) {
    Optional<Decided> earlier = documents.earlier(manifest.document(), request);
    if (earlier.isPresent()) {
      return answer(manifest, earlier.get(), false);
    }
    return read(
        file,
        manifest,
        (source, reading) ->
            keepAnew(
                Document.read(
                    manifest,
                    SourceFile.of(file.name, file.bytes, source, request.at()),
                    Attaching.byLabel(reading, documents.published(manifest.document())),
                    expected + 1),
                request));
  }

  private Loaded keepAnew(Document document, Request request) {
    return symbolMisfit(document)
        .orElseGet(() -> answer(document.manifest(), documents.keep(document, request), false));
  }

  private Loaded answer(Manifest manifest, Decided decided, boolean isNew) {
    return decided == Decided.COUNTED
        ? new Kept(
            documents.document(manifest.document(), manifest.language()).orElseThrow(), isNew)
        : new Refused(decided);
  }

  /** One symbol is one document, in all its languages. */
  private Optional<Loaded> symbolMisfit(Document document) {
    String symbol = document.manifest().symbol();
    for (Document other : documents.all()) {
      boolean sameSymbol = other.manifest().symbol().equals(symbol);
      if (sameSymbol && !other.id().equals(document.id())) {
        return Optional.of(new SameSymbol(other));
      }
      if (!sameSymbol
          && other.id().equals(document.id())
          && !other.language().equals(document.language())) {
        return Optional.of(new OtherSymbol(other));
      }
    }
    return Optional.empty();
  }

  /** What is done with a source that was read. */
  private interface Keeping {
    Loaded keep(Source source, Reading reading);
  }

  private Loaded read(Upload file, Manifest manifest, Keeping keeping) {
    return switch (sources.open(file.bytes, file.name, file.mediaType, file.encoding)) {
      case SourceResult.Refused(Refusal refusal) -> new Unreadable(refusal);
      case SourceResult.Opened(Source source) ->
          switch (bounded(ReportReader.read(source, manifest, recognizing.get()))) {
            case ReadingResult.Refused(Refusal refusal) -> new Unreadable(refusal);
            case ReadingResult.Read(Reading reading) -> keeping.keep(source, reading);
          };
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
    return one.file().digest().equals(other.file().digest())
        && one.file().encoding().equals(other.file().encoding())
        && one.manifest().equals(other.manifest());
  }
}
