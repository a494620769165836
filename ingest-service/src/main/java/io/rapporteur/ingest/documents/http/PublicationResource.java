package io.rapporteur.ingest.documents.http;

import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.documents.Difference;
import io.rapporteur.ingest.documents.Documents;
import io.rapporteur.ingest.documents.PublishingRecommendations;
import io.rapporteur.ingest.documents.PublishingRecommendations.Misfit;
import io.rapporteur.ingest.documents.PublishingRecommendations.Overtaken;
import io.rapporteur.ingest.documents.PublishingRecommendations.Published;
import io.rapporteur.ingest.documents.PublishingRecommendations.ReadingUndecided;
import io.rapporteur.ingest.documents.PublishingRecommendations.Undecided;
import io.rapporteur.ingest.documents.PublishingRecommendations.Unfit;
import io.rapporteur.ingest.documents.PublishingRecommendations.ViewBehind;
import io.rapporteur.ingest.http.Requests;
import io.rapporteur.ingest.reading.Reading.Item;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.http.RequestBody;
import io.rapporteur.schemas.revision.CanonicalJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The secretariat publishes here what was read, and says what each change of it is. */
@RestController
@RequestMapping("/api/v1/documents/{id}/publication")
public final class PublicationResource {

  private static final int LARGEST_BODY = 1024 * 1024;

  private final FindingDocuments finding;
  private final PublishingRecommendations publishing;
  private final Requests requests;

  /** Puts the door together. */
  public PublicationResource(Documents documents, Requests requests) {
    this.finding = new FindingDocuments(documents);
    this.publishing = new PublishingRecommendations(documents);
    this.requests = requests;
  }

  @PostMapping
  Published publish(
      @PathVariable String id,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    finding.find(id);
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
    return switch (publishing.publish(id, body.changes(), body.reason(), request)) {
      case Published published -> published;
      case ReadingUndecided(List<Item> items) -> throw waiting(items);
      case Undecided(List<Difference> differences) -> throw undecided(differences);
      case Unfit(List<Misfit> misfits) -> throw unfit(misfits);
      case Overtaken(Set<String> recommendations) -> throw overtaken(recommendations);
      case ViewBehind behind -> throw Refusals.viewBehind();
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

  private static RefusedException unfit(List<Misfit> misfits) {
    return new RefusedException(
        misfits.stream()
            .map(
                m ->
                    Fault.of(
                        "changes[%d].%s".formatted(m.change(), m.field()), m.value(), m.expected()))
            .toList());
  }

  private static RefusedException overtaken(Set<String> recommendations) {
    return new RefusedException(
        ProblemType.REVISION_CONFLICT,
        "Another publication came first for %s; look at the document and ask again."
            .formatted(String.join(", ", recommendations.stream().sorted().toList())));
  }
}
