package io.rapporteur.comments.draft.http;

import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.comment.http.CommentBody.NamedTarget;
import io.rapporteur.comments.comment.http.TargetResolution;
import io.rapporteur.comments.draft.Draft.Said;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From a body to what a draft says; what no comment could hold is refused, all of it at once. */
final class DraftSaying {

  private final Consultations consultations;
  private final DraftAnswers answers;

  DraftSaying(Consultations consultations, DraftAnswers answers) {
    this.consultations = consultations;
    this.answers = answers;
  }

  /**
   * What a draft is to say.
   *
   * @param faults found before; all are refused together
   */
  Said of(DelegationCaller caller, DraftBody body, NamedTarget named, List<Fault> faults) {
    List<Fault> all = new ArrayList<>(faults);
    answers.besides().resolve(body.content().beside(), caller.participant(), all::add);
    Optional<Consultation> consultation = named.consultation().flatMap(this::consultation);
    if (consultation.isEmpty()) {
      all.add(
          named
              .consultation()
              .map(
                  id ->
                      Fault.of(
                          ProblemType.UNKNOWN_REFERENCE,
                          "consultation",
                          id,
                          "id of a consultation",
                          List.of()))
              .orElseGet(() -> Fault.of("consultation", "missing", "id of a consultation")));
    }
    if (!all.isEmpty()) {
      throw new RefusedException(all);
    }
    Consultation known = consultation.orElseThrow();
    return new Said(
        known.id(),
        new Target(
            named.document(),
            named.section(),
            named.recommendation(),
            named.recommendationVersion(),
            named.entry(),
            named.draftVersion()),
        resolved(named, known),
        body.content(),
        body.ministry());
  }

  /** The same target; in this consultation if it names none. */
  static NamedTarget within(String consultation, NamedTarget named) {
    return named.consultation().isPresent()
        ? named
        : new NamedTarget(
            Optional.of(consultation),
            named.document(),
            named.section(),
            named.recommendation(),
            named.recommendationVersion(),
            named.entry(),
            named.draftVersion());
  }

  /** Empty if it fits nothing or too much. */
  private static Optional<Target> resolved(NamedTarget named, Consultation consultation) {
    List<Fault> faults = new ArrayList<>();
    Target target = new TargetResolution(consultation, faults::add).resolve(named);
    return faults.isEmpty() ? Optional.of(target) : Optional.empty();
  }

  private Optional<Consultation> consultation(String id) {
    Optional<Consultation> known = consultations.consultation(id);
    return known.isEmpty() && consultations.catchUp() ? consultations.consultation(id) : known;
  }
}
