package io.rapporteur.ingest.documents.http;

import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.documents.CorrectingReadings;
import io.rapporteur.ingest.documents.Difference;
import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.Documents;
import io.rapporteur.ingest.documents.LoadingReports;
import io.rapporteur.ingest.documents.LoadingReports.Clash;
import io.rapporteur.ingest.documents.LoadingReports.Kept;
import io.rapporteur.ingest.documents.LoadingReports.Loaded;
import io.rapporteur.ingest.documents.LoadingReports.SameSymbol;
import io.rapporteur.ingest.documents.LoadingReports.Unreadable;
import io.rapporteur.ingest.documents.PublishingRecommendations;
import io.rapporteur.ingest.http.Requests;
import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.reading.Reading.Item;
import io.rapporteur.ingest.source.Refusal;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.IfMatch;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.revision.CanonicalJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.node.ObjectNode;

/**
 * The secretariat loads reports here, sees how they were read, and publishes their recommendations.
 */
@RestController
@RequestMapping("/api/v1/documents")
public final class DocumentsResource {

  private static final int LARGEST_BODY = 8 * 1024 * 1024;

  private final LoadingReports loading;
  private final CorrectingReadings correcting;
  private final PublishingRecommendations publishing;
  private final Documents documents;
  private final Requests requests;
  private final DataSize largest;

  /**
   * Puts the door together.
   *
   * @param largest file that is taken
   */
  public DocumentsResource(
      LoadingReports loading, Documents documents, Requests requests, DataSize largest) {
    this.loading = loading;
    this.correcting = new CorrectingReadings(documents);
    this.publishing = new PublishingRecommendations(documents);
    this.documents = documents;
    this.requests = requests;
    this.largest = largest;
  }

  @PostMapping
  ResponseEntity<DocumentView> load(
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(required = false) @Nullable MultipartFile metadata,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    Report report = report(file, metadata);
    Request request =
        requests.of(http, response, authentication, report.asked("load", report.document()));
    return answer(loading.load(report.name, report.bytes, report.manifest, request));
  }

  @PutMapping("/{id}")
  ResponseEntity<DocumentView> loadAnew(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(required = false) @Nullable MultipartFile metadata,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    Document standing = find(id);
    int expected = IfMatch.revision(http);
    Report report = report(file, metadata);
    if (!report.document().equals(id)) {
      throw new RefusedException(
          List.of(Fault.of("metadata.document", report.document(), id + ", as in the path")));
    }
    Request request = requests.of(http, response, authentication, report.asked("load-anew", id));
    return answer(
        documents.earlier(id, request).isPresent()
            ? new Kept(standing, false)
            : loading.loadAnew(
                standing, expected, report.name, report.bytes, report.manifest, request));
  }

  @PatchMapping("/{id}")
  ResponseEntity<DocumentView> correct(
      @PathVariable String id,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    ObjectNode json = RequestBody.object(http, LARGEST_BODY);
    CorrectionsBody body = CorrectionsBody.read(json);
    Document document = find(id);
    int expected = IfMatch.revision(http);
    if (!body.faults().isEmpty()) {
      throw new RefusedException(body.faults());
    }
    Request request =
        requests.of(
            http,
            response,
            authentication,
            Map.of("act", "correct", "document", id, "after", expected, "body", json.toString()));
    return switch (correcting.correct(
        document, expected, body.corrections(), body.reason(), request)) {
      case CorrectingReadings.Corrected(Document corrected) -> ok(corrected);
      case CorrectingReadings.Unfit(List<CorrectingReadings.Misfit> misfits) ->
          throw new RefusedException(
              misfits.stream()
                  .map(
                      m ->
                          Fault.of(
                              "corrections[%d].%s".formatted(m.correction(), m.field()),
                              m.value(),
                              m.expected()))
                  .toList());
      case CorrectingReadings.Refused(Decided decided) -> throw refused(decided);
    };
  }

  @GetMapping("/{id}")
  ResponseEntity<DocumentView> one(@PathVariable String id) {
    return ok(find(id));
  }

  @PostMapping("/{id}/publication")
  PublishingRecommendations.Published publish(
      @PathVariable String id,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    Document document = find(id);
    byte[] bytes = RequestBody.bytes(http, LARGEST_BODY);
    ChangesBody body =
        bytes.length == 0 ? ChangesBody.NONE : ChangesBody.read(RequestBody.object(bytes));
    if (!body.faults().isEmpty()) {
      throw new RefusedException(body.faults());
    }
    Request request =
        requests.of(
            http,
            response,
            authentication,
            Map.of("act", "publish", "document", id, "body", CanonicalJson.sha256(bytes)));
    return switch (publishing.publish(document, body.changes(), body.reason(), request)) {
      case PublishingRecommendations.Published published -> published;
      case PublishingRecommendations.ReadingUndecided(List<Item> items) -> throw waiting(items);
      case PublishingRecommendations.Undecided(List<Difference> differences) ->
          throw undecided(differences);
      case PublishingRecommendations.Unfit(List<PublishingRecommendations.Misfit> misfits) ->
          throw new RefusedException(
              misfits.stream()
                  .map(
                      m ->
                          Fault.of(
                              "changes[%d].%s".formatted(m.change(), m.field()),
                              m.value(),
                              m.expected()))
                  .toList());
    };
  }

  /** A file with its manifest, as it came in. */
  private record Report(String name, byte[] bytes, Manifest manifest) {

    String document() {
      return manifest.document();
    }

    Map<String, Object> asked(String act, String document) {
      return Map.of("act", act, "document", document, "file", CanonicalJson.sha256(bytes));
    }
  }

  private Report report(@Nullable MultipartFile file, @Nullable MultipartFile metadata)
      throws IOException {
    if (file == null || metadata == null) {
      throw new RefusedException(
          List.of(
              Fault.of(
                  file == null ? "file" : "metadata",
                  "missing",
                  "two parts, file (the report) and metadata (its manifest in JSON)")));
    }
    if (file.getSize() > largest.toBytes()) {
      throw new RefusedException(
          ProblemType.TOO_LARGE,
          "file: %d bytes (expected: at most %d)".formatted(file.getSize(), largest.toBytes()));
    }
    ManifestBody manifest = ManifestBody.read(RequestBody.object(metadata.getBytes()));
    if (!manifest.faults().isEmpty()) {
      throw new RefusedException(manifest.faults());
    }
    return new Report(
        Objects.requireNonNullElse(file.getOriginalFilename(), "report.txt"),
        file.getBytes(),
        manifest.manifest());
  }

  private ResponseEntity<DocumentView> answer(Loaded loaded) {
    return switch (loaded) {
      case Kept(Document document, boolean isNew) when isNew && document.revision() == 1 ->
          ResponseEntity.created(URI.create("/api/v1/documents/" + document.id()))
              .eTag(etag(document))
              .body(view(document));
      case Kept(Document document, boolean isNew) -> ok(document);
      case Unreadable(Refusal refusal) -> throw refused(refusal);
      case Clash(Document standing) ->
          throw new RefusedException(
              ProblemType.ALREADY_EXISTS,
              "document: %s was read from another file or manifest (expected: a document id of its own; a corrected version of the report is loaded with PUT)"
                  .formatted(standing.id()));
      case SameSymbol(String other) ->
          throw new RefusedException(
              ProblemType.ALREADY_EXISTS,
              "symbol: %s has it in this language (expected: one document for a symbol and language)"
                  .formatted(other));
      case LoadingReports.Refused(Decided decided) -> throw refused(decided);
    };
  }

  private ResponseEntity<DocumentView> ok(Document document) {
    return ResponseEntity.ok().eTag(etag(document)).body(view(document));
  }

  private static String etag(Document document) {
    return "\"" + document.revision() + "\"";
  }

  private DocumentView view(Document document) {
    return DocumentView.of(document, documents.published(document.id()));
  }

  private static RefusedException refused(Decided decided) {
    return switch (decided) {
      case COUNTED -> throw new IllegalStateException("not a refusal");
      case KEY_REUSED ->
          new RefusedException(
              ProblemType.IDEMPOTENCY_KEY_REUSED,
              "Idempotency-Key: used before for another request (expected: a new key for a new request)");
      case OVERTAKEN ->
          new RefusedException(
              ProblemType.REVISION_CONFLICT,
              "If-Match: not the current revision (expected: the ETag of the document as it stands)");
    };
  }

  private static RefusedException waiting(List<Item> items) {
    return new RefusedException(
        items.stream()
            .map(
                item ->
                    Fault.of(
                        ProblemType.READING_UNDECIDED,
                        "items",
                        item.id() + " at line " + item.firstLine(),
                        "a correction that confirms, labels or drops it",
                        item.alternatives()))
            .toList());
  }

  private static RefusedException undecided(List<Difference> differences) {
    return new RefusedException(
        differences.stream()
            .map(
                difference ->
                    Fault.of(
                        ProblemType.CHANGES_UNDECIDED,
                        "changes",
                        difference.recommendation() + " is " + difference.kind().word(),
                        difference.kind() == Difference.Kind.MISSING
                            ? "a change that says withdrawal or merging"
                            : "a change that says transcription, corrigendum or rewording",
                        List.of()))
            .toList());
  }

  private Document find(String id) {
    var document = documents.document(id);
    if (document.isEmpty() && documents.catchUp()) {
      document = documents.document(id);
    }
    return document.orElseThrow(
        () -> new RefusedException(ProblemType.NOT_FOUND, "There is no document " + id + "."));
  }

  private static RefusedException refused(Refusal refusal) {
    ProblemType type = type(refusal.reason());
    return new RefusedException(
        refusal.faults().stream()
            .map(f -> Fault.of(type, f.name(), f.value(), f.expected(), List.of()))
            .toList());
  }

  private static ProblemType type(Refusal.Reason reason) {
    return switch (reason) {
      case NOT_A_REPORT -> ProblemType.NOT_A_REPORT;
      case ENCRYPTED -> ProblemType.FILE_ENCRYPTED;
      case WITHOUT_TEXT -> ProblemType.FILE_WITHOUT_TEXT;
      case TYPE_MISMATCH -> ProblemType.FILE_TYPE_MISMATCH;
      case TOO_LARGE -> ProblemType.TOO_LARGE;
      case UNSAFE -> ProblemType.FILE_UNSAFE;
    };
  }
}
