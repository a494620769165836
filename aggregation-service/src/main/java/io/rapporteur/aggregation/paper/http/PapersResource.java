package io.rapporteur.aggregation.paper.http;

import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.paper.Asked;
import io.rapporteur.aggregation.paper.Exporting.Writers;
import io.rapporteur.aggregation.paper.Made;
import io.rapporteur.aggregation.paper.PaperFormat;
import io.rapporteur.aggregation.paper.PaperWriter.Progress;
import io.rapporteur.schemas.access.Caller;
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
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The compilation as a paper, made while the caller waits. It is made whole before the first byte
 * is answered, so that a failure is answered as one; few are made at a time.
 */
@RestController
@RequestMapping("/api/v1/compilations/{id}")
public final class PapersResource {

  private static final int AT_A_TIME = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ReadersPapers papers;
  private final Writers writers;
  private final Path folder;
  private final Semaphore places = new Semaphore(AT_A_TIME, true);

  /**
   * Answers from these.
   *
   * @param folder where papers lie until they are answered
   */
  public PapersResource(ReadersPapers papers, Writers writers, Path folder) {
    this.papers = papers;
    this.writers = writers;
    this.folder = folder;
  }

  @GetMapping(params = {"format", "format!=json"})
  ResponseEntity<Resource> byName(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String acceptLanguage,
      @Nullable Authentication authentication)
      throws IOException {
    return answer(
        id,
        new AskedFields(parameters::getFirst),
        Optional.empty(),
        acceptLanguage,
        authentication);
  }

  /**
   * JSON is given, by another hand, to who accepts anything, or accepts it before these. What
   * nobody gives is refused here.
   */
  @GetMapping(
      produces = {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "text/csv",
        "application/akn+xml",
        "application/*",
        "text/*",
        "image/*",
        "audio/*",
        "video/*"
      })
  ResponseEntity<Resource> byAccept(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestHeader(HttpHeaders.ACCEPT) String accept,
      @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String acceptLanguage,
      @Nullable Authentication authentication)
      throws IOException {
    Optional<PaperFormat> accepted = accepted(accept);
    if (accepted.isEmpty() || parameters.containsKey("format")) {
      throw new RefusedException(
          ProblemType.NOT_ACCEPTABLE,
          "Accept: another (expected: application/json, or that of one of %s)"
              .formatted(String.join(", ", PaperFormat.words())));
    }
    return answer(
        id, new AskedFields(parameters::getFirst), accepted, acceptLanguage, authentication);
  }

  /** The first that is accepted most. */
  private static Optional<PaperFormat> accepted(String accept) {
    try {
      return MediaType.parseMediaTypes(accept).stream()
          .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
          .flatMap(
              type ->
                  Arrays.stream(PaperFormat.values())
                      .filter(f -> MediaType.parseMediaType(f.mediaType()).isCompatibleWith(type)))
          .findFirst();
    } catch (InvalidMediaTypeException e) {
      return Optional.empty();
    }
  }

  private ResponseEntity<Resource> answer(
      String id,
      AskedFields fields,
      Optional<PaperFormat> accepted,
      @Nullable String acceptLanguage,
      @Nullable Authentication authentication)
      throws IOException {
    Consultation consultation = papers.find(id);
    Caller caller = Caller.of(authentication);
    Asked asked =
        fields.read(caller, accepted, true, acceptLanguage, papers.sections(consultation));
    if (!fields.faults().isEmpty()) {
      throw new RefusedException(fields.faults());
    }
    takePlace();
    try {
      Made made = papers.made(id, caller, asked);
      Path file = Files.createTempFile(folder, "paper", "." + asked.format().word());
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          writers.of(asked).write(made.paper(), Progress.UNSEEN, out);
        }
        // Held open until it is answered, and gone from the folder.
        return answer(id, asked, Files.size(file), Files.newInputStream(file));
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
        "Other papers are being made; ask again in a while, or ask for an export and fetch it later.");
  }

  /** A file, for this caller alone to keep. */
  static ResponseEntity<Resource> answer(String id, Asked asked, long size, InputStream file) {
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
                .filename(asked.name(id) + "." + asked.format().ending())
                .build()
                .toString())
        .body(new InputStreamResource(file));
  }
}
