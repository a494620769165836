package io.rapporteur.schemas.topics;

import io.rapporteur.events.ConsultationOpened;
import io.rapporteur.events.CorrigendumIssued;
import io.rapporteur.events.LanguageVersionPublished;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.events.RecommendationPublished;
import io.rapporteur.events.RecommendationReworded;
import io.rapporteur.events.RecommendationWithdrawn;
import io.rapporteur.events.RecommendationsMerged;
import io.rapporteur.events.TranscriptionFixed;
import io.rapporteur.events.Wording;
import io.rapporteur.schemas.reference.RunningNumbers;
import io.rapporteur.schemas.reference.RunningNumbers.Placed;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A recommendation as its last counted event leaves it. Every fact carries the whole card, so that
 * the last one says all.
 *
 * @param card what is shown
 * @param into the recommendation that it was merged into
 */
public record StandingRecommendation(
    RecommendationPublished card, Status status, Optional<String> into) {

  /** Whether it is still put forward. */
  public enum Status {
    STANDING,
    WITHDRAWN,
    MERGED;

    /** The word in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What an event leaves. */
  public static StandingRecommendation of(RecommendationEvent event) {
    return switch (event.getFact()) {
      case RecommendationPublished card -> standing(card);
      case TranscriptionFixed fixed -> standing(fixed.getCard());
      case CorrigendumIssued corrected -> standing(corrected.getCard());
      case RecommendationReworded reworded -> standing(reworded.getCard());
      case LanguageVersionPublished version -> standing(version.getCard());
      case RecommendationWithdrawn withdrawn ->
          new StandingRecommendation(withdrawn.getCard(), Status.WITHDRAWN, Optional.empty());
      case RecommendationsMerged merged ->
          new StandingRecommendation(
              merged.getCard(), Status.MERGED, Optional.of(merged.getInto()));
      default ->
          throw new IllegalStateException("fact: unknown (expected: one of the event's union)");
    };
  }

  /** The language that leads; cards of before have one, and do not name it. */
  public String language() {
    return card.getLanguage().isEmpty()
        ? card.getTexts().keySet().iterator().next()
        : card.getLanguage();
  }

  /** The labels by language, as printed. */
  public Map<String, String> printedLabels() {
    return card.getTexts().keySet().stream()
        .collect(Collectors.toMap(language -> language, this::printedLabel));
  }

  private String printedLabel(String language) {
    Wording wording = card.getWordings().get(language);
    return wording == null ? card.getPrintedLabel() : wording.getPrintedLabel();
  }

  /** The numbers that recommendations bear in a consultation, by id, ascending. */
  public static Map<String, Integer> numbers(
      ConsultationOpened consultation, Collection<RecommendationEvent> events) {
    return RunningNumbers.of(
        consultation.getDocuments(),
        consultation.getItems(),
        events.stream()
            .map(
                event -> {
                  RecommendationPublished card = of(event).card();
                  return new Placed(event.getRecommendation(), card.getDocument(), card.getPlace());
                })
            .toList());
  }

  private static StandingRecommendation standing(RecommendationPublished card) {
    return new StandingRecommendation(card, Status.STANDING, Optional.empty());
  }
}
