package io.rapporteur.ingest.documents.http;

import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.Documents;
import io.rapporteur.ingest.documents.LoadingReports;
import io.rapporteur.ingest.documents.LoadingReports.Clash;
import io.rapporteur.ingest.documents.LoadingReports.Kept;
import io.rapporteur.ingest.documents.LoadingReports.Published;
import io.rapporteur.ingest.documents.LoadingReports.Unreadable;
import io.rapporteur.ingest.http.Requests;
import io.rapporteur.ingest.source.Refusal;
import io.rapporteur.schemas.http.Fault;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * The secretariat loads reports here, sees how they were read, and publishes their recommendations.
 */
@RestController
@RequestMapping("/api/v1/documents")
public final class DocumentsResource {

  private final LoadingReports loading;
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
    byte[] bytes = file.getBytes();
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "report.txt");
    Request request =
        requests.of(
            http,
            response,
            authentication,
            Map.of(
                "act", "load",
                "document", manifest.manifest().document(),
                "file", CanonicalJson.sha256(bytes)));
    return switch (loading.load(name, bytes, manifest.manifest(), request)) {
      case Kept(Document document, boolean isNew) ->
          isNew
              ? ResponseEntity.created(URI.create("/api/v1/documents/" + document.id()))
                  .body(DocumentView.of(document))
              : ResponseEntity.ok(DocumentView.of(document));
      case Unreadable(Refusal refusal) -> throw refused(refusal);
      case Clash(Document standing) ->
          throw new RefusedException(
              ProblemType.ALREADY_EXISTS,
              "document: %s was read from another file or manifest (expected: a document id of its own)"
                  .formatted(standing.id()));
    };
  }

  @GetMapping("/{id}")
  DocumentView one(@PathVariable String id) {
    return DocumentView.of(find(id));
  }

  @PostMapping("/{id}/publication")
  Published publish(
      @PathVariable String id,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication) {
    Document document = find(id);
    return loading.publish(
        document,
        requests.of(http, response, authentication, Map.of("act", "publish", "document", id)));
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
