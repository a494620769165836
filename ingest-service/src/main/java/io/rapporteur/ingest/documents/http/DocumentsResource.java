package io.rapporteur.ingest.documents.http;

import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.Documents;
import io.rapporteur.ingest.documents.LoadingReports;
import io.rapporteur.ingest.documents.LoadingReports.Clash;
import io.rapporteur.ingest.documents.LoadingReports.Kept;
import io.rapporteur.ingest.documents.LoadingReports.Loaded;
import io.rapporteur.ingest.documents.LoadingReports.OtherSymbol;
import io.rapporteur.ingest.documents.LoadingReports.SameSymbol;
import io.rapporteur.ingest.documents.LoadingReports.Unreadable;
import io.rapporteur.ingest.documents.LoadingReports.Upload;
import io.rapporteur.ingest.http.Requests;
import io.rapporteur.ingest.reading.Manifest;
import io.rapporteur.ingest.source.Refusal;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.IfMatch;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.revision.CanonicalJson;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.node.ObjectNode;

/** The secretariat loads reports here and sees how they were read. */
@RestController
@RequestMapping("/api/v1/documents")
public final class DocumentsResource {

  private final LoadingReports loading;
  private final FindingDocuments finding;
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
    this.finding = new FindingDocuments(documents);
    this.requests = requests;
    this.largest = largest;
  }

  @PostMapping
  ResponseEntity<DocumentView> load(
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    Report report = report(file, http);
    Request request =
        requests.of(http, response, authentication, report.asked("load", report.document()));
    return answer(loading.load(report.file, report.manifest, request));
  }

  @PutMapping("/{id}")
  ResponseEntity<DocumentView> loadAnew(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    Document standing = finding.find(id, language);
    int expected = IfMatch.revision(http);
    Report report = report(file, http);
    checkSame(standing, report.manifest);
    Request request = requests.of(http, response, authentication, report.asked("load-anew", id));
    return answer(loading.loadAnew(expected, report.file, report.manifest, request));
  }

  private static void checkSame(Document standing, Manifest manifest) {
    List<Fault> faults = new ArrayList<>();
    if (!manifest.document().equals(standing.id())) {
      faults.add(
          Fault.of("metadata.document", manifest.document(), standing.id() + ", as in the path"));
    }
    if (!manifest.language().equals(standing.language())) {
      faults.add(
          Fault.of(
              "metadata.language",
              manifest.language(),
              standing.language() + ", the language of the reading that is loaded anew"));
    }
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
  }

  @GetMapping("/{id}")
  ResponseEntity<?> one(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable String format,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
    Representation asked = Representation.of(format, accept);
    Document document = finding.find(id, language);
    var answer = ResponseEntity.ok().varyBy(HttpHeaders.ACCEPT).contentType(asked.type());
    return switch (asked) {
      case JSON -> finding.show(document, answer);
      case AKN -> ShowingAkomaNtoso.show(document, answer);
    };
  }

  /** A file with its manifest, as it came in. */
  private record Report(Upload file, Manifest manifest, String metadata) {

    String document() {
      return manifest.document();
    }

    Map<String, Object> asked(String act, String document) {
      return Map.of(
          "act",
          act,
          "document",
          document,
          "file",
          CanonicalJson.sha256(file.bytes()),
          "metadata",
          metadata);
    }
  }

  private Report report(@Nullable MultipartFile file, HttpServletRequest http) throws IOException {
    byte[] metadata = metadata(http);
    if (file == null || metadata.length == 0) {
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
    ObjectNode json = RequestBody.object(metadata);
    ManifestBody manifest = ManifestBody.read(json);
    if (!manifest.faults().isEmpty()) {
      throw new RefusedException(manifest.faults());
    }
    return new Report(
        new Upload(
            Objects.requireNonNullElse(file.getOriginalFilename(), "report.txt"),
            file.getBytes(),
            Optional.ofNullable(file.getContentType()),
            manifest.encoding()),
        manifest.manifest(),
        json.toString());
  }

  /** The manifest may come as a file or as a field of the form; none if there is no such part. */
  private static byte[] metadata(HttpServletRequest http) throws IOException {
    try {
      Part part = http.getPart("metadata");
      return part == null ? new byte[0] : part.getInputStream().readAllBytes();
    } catch (ServletException e) {
      // The request is no form.
      return new byte[0];
    }
  }

  private ResponseEntity<DocumentView> answer(Loaded loaded) {
    return switch (loaded) {
      case Kept(Document document, boolean isNew) ->
          finding.show(
              document, isNew ? ResponseEntity.created(location(document)) : ResponseEntity.ok());
      case Unreadable(Refusal refusal) -> throw Refusals.of(refusal);
      case Clash(Document standing) ->
          throw new RefusedException(
              ProblemType.ALREADY_EXISTS,
              "document: %s was read in %s from another file or manifest (expected: a document id of its own; a corrected version of the report is loaded with PUT)"
                  .formatted(standing.id(), standing.language()));
      case SameSymbol(Document other) ->
          throw new RefusedException(
              ProblemType.ALREADY_EXISTS,
              "symbol: %s has it (expected: one document for a symbol; its other languages are loaded under its id)"
                  .formatted(other.id()));
      case OtherSymbol(Document leading) ->
          throw new RefusedException(
              List.of(
                  Fault.of(
                      "metadata.symbol",
                      "another",
                      "%s, the symbol of %s in %s"
                          .formatted(
                              leading.manifest().symbol(), leading.id(), leading.language()))));
      case LoadingReports.Refused(Decided decided) -> throw Refusals.of(decided);
    };
  }

  private static URI location(Document document) {
    String path = "/api/v1/documents/" + document.id();
    return URI.create(document.leads() ? path : path + "?language=" + document.language());
  }
}
