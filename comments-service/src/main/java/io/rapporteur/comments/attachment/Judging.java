package io.rapporteur.comments.attachment;

import io.rapporteur.comments.attachment.Verdict.Kind;
import io.rapporteur.comments.attachment.Verdict.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finding the verdict of one file: it is scanned, and its text is taken out where nothing was
 * found. Of two instances that judge one file, the log counts one. Thread-safe.
 */
public final class Judging {

  private final AttachmentStore store;
  private final Optional<Scanner> scanner;
  private final TextExtraction extraction;
  private final Path folder;

  /**
   * Puts the use case together.
   *
   * @param scanner empty if the operator chose that nothing is searched for
   * @param folder where texts stand until they are in the store
   */
  public Judging(
      AttachmentStore store, Optional<Scanner> scanner, TextExtraction extraction, Path folder) {
    this.store = store;
    this.scanner = scanner;
    this.extraction = extraction;
    this.folder = folder;
  }

  /**
   * The verdict of a file.
   *
   * @return empty if there can be none now, since its bytes are not there
   * @throws ScannerUnavailableException if the scanner did not look
   * @throws StoreUnavailableException if the store does not answer
   */
  public Optional<Verdict> judge(Upload upload) {
    if (scanner.isEmpty()) {
      return verdict(upload, Kind.NOT_SCANNED, Verdict.NO_SCANNER);
    }
    Scanner looks = scanner.get();
    Optional<InputStream> bytes = store.get(upload.sha256());
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> found;
    try (InputStream in = bytes.get()) {
      found = looks.scan(in);
    } catch (IOException e) {
      throw new StoreUnavailableException("store: broke off", e);
    }
    return found.isPresent()
        ? Optional.of(new Verdict(Kind.REFUSED, looks.name(), found, Text.NOT_TRIED))
        : verdict(upload, Kind.CLEAN, looks.name());
  }

  private Optional<Verdict> verdict(Upload upload, Kind kind, String looked) {
    Optional<InputStream> bytes = store.get(upload.sha256());
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = bytes.get()) {
      return Optional.of(verdict(upload, in, kind, looked));
    } catch (IOException e) {
      throw new StoreUnavailableException("store: broke off", e);
    }
  }

  private Verdict verdict(Upload upload, InputStream bytes, Kind kind, String looked) {
    FileType type = FileType.ofMediaType(upload.mediaType()).orElseThrow();
    return switch (text(upload, type, bytes)) {
      case EXTRACTED -> new Verdict(kind, looked, Optional.empty(), Text.EXTRACTED);
      case NONE -> new Verdict(kind, looked, Optional.empty(), Text.NONE);
      case FAILED -> new Verdict(kind, looked, Optional.empty(), Text.FAILED);
      case NOT_TRIED -> new Verdict(kind, looked, Optional.empty(), Text.NOT_TRIED);
      case ENCRYPTED -> new Verdict(Kind.REFUSED, looked, Optional.of("encrypted"), Text.NOT_TRIED);
    };
  }

  private TextExtraction.Result text(Upload upload, FileType type, InputStream bytes) {
    try {
      Path text = Files.createTempFile(folder, "text", null);
      try {
        TextExtraction.Result result = extraction.extract(bytes, type, text);
        if (result == TextExtraction.Result.EXTRACTED) {
          store.put(upload.textKey(), text);
        }
        return result;
      } finally {
        Files.deleteIfExists(text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
