package io.rapporteur.ingest.consultations.http;

import io.rapporteur.ingest.consultations.Consultation;
import io.rapporteur.ingest.consultations.Consultations;
import io.rapporteur.ingest.documents.Documents;
import io.rapporteur.ingest.documents.Recommendation;
import io.rapporteur.ingest.http.RecommendationView;
import io.rapporteur.ingest.http.SectionView;
import io.rapporteur.schemas.http.Notices;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.ReferenceParameter;
import io.rapporteur.schemas.http.RefusedException;
import io.rapporteur.schemas.reference.References.Referable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The recommendations of a consultation, in the order of the text, with the words that must travel
 * with them.
 */
@RestController
@RequestMapping("/api/v1/consultations/{id}/recommendations")
public final class RecommendationsResource {

  private final Consultations consultations;
  private final Documents documents;

  /** Puts the door together. */
  public RecommendationsResource(Consultations consultations, Documents documents) {
    this.consultations = consultations;
    this.documents = documents;
  }

  /** An answer that shows items. */
  record Items(
      String consultation,
      List<String> notices,
      List<SectionView> sections,
      List<RecommendationView> items) {}

  @GetMapping
  Items all(@PathVariable String id) {
    List<Recommendation> items = items(id);
    return answer(id, items, items);
  }

  @GetMapping("/{reference}")
  Items one(@PathVariable String id, @PathVariable String reference) {
    List<Recommendation> items = items(id);
    List<Referable> referables = items.stream().map(RecommendationsResource::referable).toList();
    String found = ReferenceParameter.resolve(reference, referables, id);
    return answer(id, items, items.stream().filter(item -> item.id().equals(found)).toList());
  }

  private static Items answer(String id, List<Recommendation> all, List<Recommendation> shown) {
    List<SectionView> sections =
        shown.stream()
            .map(item -> SectionView.of(item.section(), item.language()))
            .distinct()
            .toList();
    return new Items(
        id,
        shown.stream().anyMatch(Recommendation::machineRead)
            ? List.of(Notices.MACHINE_READ)
            : List.of(),
        sections,
        shown.stream().map(item -> RecommendationView.of(item, all.indexOf(item) + 1)).toList());
  }

  private List<Recommendation> items(String id) {
    var consultation = consultations.consultation(id);
    if (consultation.isEmpty() && consultations.catchUp()) {
      consultation = consultations.consultation(id);
    }
    Consultation found =
        consultation.orElseThrow(
            () ->
                new RefusedException(
                    ProblemType.NOT_FOUND, "There is no consultation " + id + "."));
    List<Recommendation> items = new ArrayList<>();
    found.documents().forEach(document -> items.addAll(documents.published(document)));
    return items;
  }

  private static Referable referable(Recommendation item) {
    Map<String, String> printed =
        item.texts().keySet().stream()
            .collect(Collectors.toMap(language -> language, language -> item.printedLabel()));
    return new Referable(
        item.id(), item.document(), item.symbol(), item.paragraph(), item.label(), printed);
  }
}
