package io.rapporteur.aggregation.translation.http;

import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Consultation.Edition;
import io.rapporteur.aggregation.compilation.Leaf;
import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.redaction.NeededEdition;
import io.rapporteur.aggregation.redaction.http.NeededView;
import io.rapporteur.aggregation.secretariat.Step;
import io.rapporteur.aggregation.translation.TranslationsInEditions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which edition others need to read what was translated: one for those who read the last. */
public final class TranslationEditions {

  private final Compilations compilations;
  private final Looking looking;
  private final TranslationsInEditions known;

  /** Asks these. */
  public TranslationEditions(
      Compilations compilations, Looking looking, TranslationsInEditions known) {
    this.compilations = compilations;
    this.looking = looking;
    this.known = known;
  }

  /** The texts of a comment whose translations no edition has as they stand. */
  Stream<String> changed(Consultation consultation, String comment, List<Step> row) {
    int steps = known.steps(consultation.id(), comment);
    return row.stream()
        .filter(step -> step.number() > steps)
        .flatMap(step -> of(step).stream())
        .map(of -> comment + "/" + of);
  }

  /** The edition that these need: a text of the last one is among them. */
  Optional<NeededView> needed(Consultation consultation, Stream<String> changed) {
    // Where comments are posted as received, everyone reads it so at once.
    List<String> editions =
        consultation.asReceived()
            ? List.of()
            : consultation.editions().stream().map(Edition::name).toList();
    Set<String> texts =
        looking
            .lastWholeEdition(consultation, Audience.PARTICIPANTS)
            .map(edition -> compilations.leaves(consultation.id(), edition))
            .orElse(List.of())
            .stream()
            .map(Leaf::text)
            .collect(Collectors.toSet());
    return NeededEdition.of(changed, editions, texts).map(NeededView::of);
  }

  private static Optional<Integer> of(Step step) {
    return switch (step.fact()) {
      case Step.TranslationMade made -> Optional.of(made.of());
      case Step.TranslationTakenBack back -> Optional.of(back.of());
      default -> Optional.empty();
    };
  }
}
