package io.rapporteur.aggregation.paper.http;

import io.rapporteur.aggregation.paper.Asked;
import io.rapporteur.aggregation.paper.Exporting.Writers;
import io.rapporteur.aggregation.paper.Paper;
import io.rapporteur.aggregation.paper.PaperFormat;
import io.rapporteur.aggregation.paper.PaperWriter.Progress;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Makes papers while their readers wait: each whole before the first byte is answered, so that a
 * failure is answered as one. Few are made at a time; who waits too long is told to ask again.
 * Thread-safe.
 */
public final class AtOnce {

  private static final int AT_A_TIME = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Writers writers;
  private final Path folder;
  private final Semaphore places = new Semaphore(AT_A_TIME, true);

  /**
   * Writes with these.
   *
   * @param folder where papers lie until they are answered
   */
  public AtOnce(Writers writers, Path folder) {
    this.writers = writers;
    this.folder = folder;
  }

  /** The format, of those offered at a door, that is accepted most; empty if none is. */
  public static Optional<PaperFormat> accepted(String accept, PaperFormat... offered) {
    try {
      return MediaType.parseMediaTypes(accept).stream()
          .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
          .flatMap(
              type ->
                  Arrays.stream(offered)
                      .filter(f -> MediaType.parseMediaType(f.mediaType()).isCompatibleWith(type)))
          .findFirst();
    } catch (InvalidMediaTypeException e) {
      return Optional.empty();
    }
  }

  /**
   * The answer with a paper.
   *
   * @param name of the file, without its ending
   * @param paper asked for when there is a place to make it
   */
  public ResponseEntity<Resource> answer(Asked asked, String name, Supplier<Paper> paper)
      throws IOException {
    return written(
        out -> writers.of(asked).write(paper.get(), Progress.UNSEEN, out),
        (size, file) -> answer(asked, name, size, file));
  }

  /**
   * The answer with a file.
   *
   * @param name of the file
   * @param everyones whether it is the same whoever asks
   */
  public ResponseEntity<Resource> answer(
      MediaType type, String name, boolean everyones, Writing writing) throws IOException {
    return written(
        writing,
        (size, file) ->
            ResponseEntity.ok()
                .contentType(type)
                .contentLength(size)
                .cacheControl(
                    everyones
                        ? CacheControl.noCache().cachePublic()
                        : CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(name).build().toString())
                .body(new InputStreamResource(file)));
  }

  /** Writes what is answered. */
  @FunctionalInterface
  public interface Writing {
    /**
     * Writes it.
     *
     * @param out left open
     */
    void write(OutputStream out) throws IOException;
  }

  private ResponseEntity<Resource> written(
      Writing writing, BiFunction<Long, InputStream, ResponseEntity<Resource>> answering)
      throws IOException {
    takePlace();
    try {
      Path file = Files.createTempFile(folder, "paper", ".next");
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          writing.write(out);
        }
        // Held open until it is answered, and gone from the folder.
        return answering.apply(Files.size(file), Files.newInputStream(file));
      } finally {
        Files.deleteIfExists(file);
      }
    } finally {
      places.release();
    }
  }

  private void takePlace() {
    try {
      if (places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new RefusedException(
        ProblemType.TOO_MANY_REQUESTS,
        "Other papers are being made; ask again in a while, or ask for an export and fetch it"
            + " later.");
  }

  /** A file, for this caller alone to keep. */
  static ResponseEntity<Resource> answer(Asked asked, String name, long size, InputStream file) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(asked.format().mediaType()))
        .contentLength(size)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(HttpHeaders.CONTENT_LANGUAGE, asked.language().tag())
        .header(
            HttpHeaders.VARY,
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_LANGUAGE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name + "." + asked.format().ending())
                .build()
                .toString())
        .body(new InputStreamResource(file));
  }
}
