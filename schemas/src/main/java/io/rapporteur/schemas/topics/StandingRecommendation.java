package io.rapporteur.schemas.topics;

import io.rapporteur.events.CorrigendumIssued;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.events.RecommendationPublished;
import io.rapporteur.events.RecommendationReworded;
import io.rapporteur.events.RecommendationWithdrawn;
import io.rapporteur.events.RecommendationsMerged;
import io.rapporteur.events.TranscriptionFixed;
import java.util.Locale;
import java.util.Optional;

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
      case RecommendationWithdrawn withdrawn ->
          new StandingRecommendation(withdrawn.getCard(), Status.WITHDRAWN, Optional.empty());
      case RecommendationsMerged merged ->
          new StandingRecommendation(
              merged.getCard(), Status.MERGED, Optional.of(merged.getInto()));
      default ->
          throw new IllegalStateException("fact: unknown (expected: one of the event's union)");
    };
  }

  private static StandingRecommendation standing(RecommendationPublished card) {
    return new StandingRecommendation(card, Status.STANDING, Optional.empty());
  }
}
