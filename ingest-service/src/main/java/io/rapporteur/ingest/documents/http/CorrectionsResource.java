package io.rapporteur.ingest.documents.http;

import io.rapporteur.ingest.Decided;
import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.documents.CorrectingReadings;
import io.rapporteur.ingest.documents.CorrectingReadings.Corrected;
import io.rapporteur.ingest.documents.CorrectingReadings.Misfit;
import io.rapporteur.ingest.documents.CorrectingReadings.Refused;
import io.rapporteur.ingest.documents.CorrectingReadings.Unfit;
import io.rapporteur.ingest.documents.CorrectingReadings.ViewBehind;
import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.Documents;
import io.rapporteur.ingest.http.Requests;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.IfMatch;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The secretariat corrects a reading by hand here. */
@RestController
@RequestMapping("/api/v1/documents/{id}")
public final class CorrectionsResource {

  private static final int LARGEST_BODY = 8 * 1024 * 1024;

  private final FindingDocuments finding;
  private final CorrectingReadings correcting;
  private final Requests requests;

  /** Puts the door together. */
  public CorrectionsResource(Documents documents, Requests requests) {
    this.finding = new FindingDocuments(documents);
    this.correcting = new CorrectingReadings(documents);
    this.requests = requests;
  }

  @PatchMapping
  ResponseEntity<DocumentView> correct(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String language,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    ObjectNode json = RequestBody.object(http, LARGEST_BODY);
    CorrectionsBody body = CorrectionsBody.read(json);
    Document document = finding.find(id, language);
    int expected = IfMatch.revision(http);
    if (!body.faults().isEmpty()) {
      throw new RefusedException(body.faults());
    }
    Request request =
        requests.of(
            http,
            response,
            authentication,
            Map.of(
                "act",
                "correct",
                "document",
                id,
                "language",
                document.language(),
                "after",
                expected,
                "body",
                json.toString()));
    return switch (correcting.correct(
        document, expected, body.corrections(), body.reason(), request)) {
      case Corrected(Document corrected) -> finding.show(corrected, ResponseEntity.ok());
      case Unfit(List<Misfit> misfits) -> throw refused(misfits);
      case Refused(Decided decided) -> throw Refusals.of(decided);
      case ViewBehind behind -> throw Refusals.viewBehind();
    };
  }

  private static RefusedException refused(List<Misfit> misfits) {
    return new RefusedException(
        misfits.stream()
            .map(
                m ->
                    Fault.of(
                        "corrections[%d].%s".formatted(m.correction(), m.field()),
                        m.value(),
                        m.expected()))
            .toList());
  }
}
