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
import io.rapporteur.schemas.reference.RunningNumbers;
import io.rapporteur.schemas.reference.RunningNumbers.Placed;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    Consultation consultation = find(id);
    List<Recommendation> items = items(consultation);
    return answer(consultation, items, items);
  }

  @GetMapping("/{reference}")
  Items one(@PathVariable String id, @PathVariable String reference) {
    Consultation consultation = find(id);
    List<Recommendation> items = items(consultation);
    List<Referable> referables = items.stream().map(Recommendation::referable).toList();
    String found = ReferenceParameter.resolve(reference, referables, id);
    return answer(
        consultation, items, items.stream().filter(item -> item.id().equals(found)).toList());
  }

  private static Items answer(
      Consultation consultation, List<Recommendation> all, List<Recommendation> shown) {
    Map<String, Integer> numbers =
        RunningNumbers.of(
            consultation.documents(),
            consultation.items(),
            all.stream().map(i -> new Placed(i.id(), i.document(), i.place())).toList());
    boolean severalDocuments = consultation.documents().size() > 1;
    return new Items(
        consultation.id(),
        shown.stream().anyMatch(Recommendation::machineRead)
            ? List.of(Notices.MACHINE_READ)
            : List.of(),
        SectionView.of(shown),
        shown.stream()
            .map(
                item ->
                    RecommendationView.of(
                        item,
                        numbers.getOrDefault(item.id(), 0),
                        severalDocuments
                            ? item.referable().shownWithDocument()
                            : item.referable().shown()))
            .sorted(Comparator.comparingInt(RecommendationView::number))
            .toList());
  }

  private Consultation find(String id) {
    var consultation = consultations.consultation(id);
    if (consultation.isEmpty() && consultations.catchUp()) {
      consultation = consultations.consultation(id);
    }
    return consultation.orElseThrow(
        () -> new RefusedException(ProblemType.NOT_FOUND, "There is no consultation " + id + "."));
  }

  private List<Recommendation> items(Consultation consultation) {
    return consultation.documents().stream()
        .flatMap(document -> documents.published(document).stream())
        .toList();
  }
}
