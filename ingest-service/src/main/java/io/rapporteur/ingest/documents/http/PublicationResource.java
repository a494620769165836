package io.rapporteur.ingest.documents.http;

import io.rapporteur.ingest.Request;
import io.rapporteur.ingest.documents.Difference;
import io.rapporteur.ingest.documents.Document;
import io.rapporteur.ingest.documents.Documents;
import io.rapporteur.ingest.documents.PublishingRecommendations;
import io.rapporteur.ingest.documents.PublishingRecommendations.LeadingFirst;
import io.rapporteur.ingest.documents.PublishingRecommendations.Misfit;
import io.rapporteur.ingest.documents.PublishingRecommendations.Overtaken;
import io.rapporteur.ingest.documents.PublishingRecommendations.Published;
import io.rapporteur.ingest.documents.PublishingRecommendations.ReadingUndecided;
import io.rapporteur.ingest.documents.PublishingRecommendations.Undecided;
import io.rapporteur.ingest.documents.PublishingRecommendations.Unfit;
import io.rapporteur.ingest.documents.PublishingRecommendations.ViewBehind;
import io.rapporteur.ingest.http.Requests;
import io.rapporteur.ingest.reading.Item;
import io.rapporteur.ingest.reading.ListProposal;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
      @RequestParam(required = false) @Nullable String language,
      HttpServletRequest http,
      HttpServletResponse response,
      Authentication authentication)
      throws IOException {
    Document document = finding.find(id, language);
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
            Map.of(
                "act",
                "publish",
                "document",
                id,
                "language",
                document.language(),
                "body",
                CanonicalJson.sha256(bytes)));
    return switch (publishing.publish(
        id, document.language(), body.changes(), body.reason(), request)) {
      case Published published -> published;
      case ReadingUndecided(List<Item> items, List<ListProposal> lists) ->
          throw waiting(items, lists);
      case LeadingFirst(String leading) -> throw leadingFirst(document.language(), leading);
      case Undecided(List<Difference> differences) ->
          throw undecided(differences, document.leads());
      case Unfit(List<Misfit> misfits) -> throw unfit(misfits);
      case Overtaken(Set<String> recommendations) -> throw overtaken(recommendations);
      case ViewBehind behind -> throw Refusals.viewBehind();
    };
  }

  private static RefusedException waiting(List<Item> items, List<ListProposal> lists) {
    Stream<Fault> undecidedLists =
        lists.stream()
            .map(
                list ->
                    Fault.of(
                        ProblemType.READING_UNDECIDED,
                        "lists",
                        list.section() + " is proposed",
                        "a correction that says confirm-list or drop-list",
                        List.of()));
    Stream<Fault> undecidedItems =
        items.stream()
            .map(
                item ->
                    Fault.of(
                        ProblemType.READING_UNDECIDED,
                        "items",
                        item.id() + " at line " + item.firstLine(),
                        "a correction that confirms, labels or drops it",
                        item.alternatives()));
    return new RefusedException(Stream.concat(undecidedLists, undecidedItems).toList());
  }

  private static RefusedException leadingFirst(String language, String leading) {
    return new RefusedException(
        List.of(
            Fault.of(
                "language",
                language,
                leading + ", which leads, published first; the others attach to it")));
  }

  private static RefusedException undecided(List<Difference> differences, boolean leads) {
    return new RefusedException(
        differences.stream()
            .map(
                difference ->
                    Fault.of(
                        ProblemType.CHANGES_UNDECIDED,
                        "changes",
                        difference.recommendation() + " is " + difference.kind().word(),
                        wayOut(difference, leads),
                        List.of()))
            .toList());
  }

  private static String wayOut(Difference difference, boolean leads) {
    return switch (difference.kind()) {
      case MISSING ->
          leads
              ? "a change that says withdrawal or merging"
              : "a correction of the reading, or absent if this language rightly lacks it";
      case EXTRA ->
          "a correction that labels, joins or drops it, or the item in the leading language";
      case CHANGED, OUTDATED ->
          "a change that says transcription, corrigendum or rewording, or language-version where it follows one";
      case NEW, NEW_LANGUAGE -> "nothing more";
    };
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
