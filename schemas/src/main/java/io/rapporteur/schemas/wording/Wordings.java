package io.rapporteur.schemas.wording;

import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.schemas.log.Fold;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.topics.StandingRecommendation;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.util.List;
import java.util.Optional;

/**
 * What recommendations said, version by version, in a view: a comment names the version that it
 * addresses, and a proposed text is compared with that one, in the language that it amends.
 */
public final class Wordings {

  /** The last counted event of each version, by {@code recommendation/version}. */
  private final Table<RecommendationEvent> versions;

  /** Keeps them in a table of a view. */
  public Wordings(ViewStore store) {
    this.versions = store.table("wording", RecommendationEvent.getClassSchema());
  }

  /** Keeps each recommendation as it stands in one table, and its versions here. */
  public Fold<RecommendationEvent> fold(Table<RecommendationEvent> standing) {
    return fold(standing, (event, view) -> {});
  }

  /**
   * Keeps each recommendation as it stands in one table, and its versions here.
   *
   * @param also what else is done with each event that counts
   */
  public Fold<RecommendationEvent> fold(
      Table<RecommendationEvent> standing, Fold<RecommendationEvent> also) {
    return CountedEvents.last(
        standing,
        RecommendationEvent::getRecommendation,
        RecommendationEvent::getRevision,
        (event, view) -> {
          view.put(versions, key(event), event);
          also.apply(event, view);
        });
  }

  private static String key(RecommendationEvent event) {
    return CountedEvents.key(
        event.getRecommendation(), StandingRecommendation.of(event).card().getVersion());
  }

  /** What a version says in a language; empty if it is not there. */
  public Optional<String> text(String recommendation, int version, String language) {
    return versions
        .get(CountedEvents.key(recommendation, version))
        .map(event -> StandingRecommendation.of(event).card().getTexts().get(language));
  }

  /**
   * How a proposed text differs from a version, by words.
   *
   * @param language that the text amends
   * @return empty if the recommendation is not there in this language
   */
  public Optional<List<Stretch>> difference(
      String recommendation, int version, String language, String proposed) {
    return text(recommendation, version, language)
        .map(text -> WordDifference.between(text, proposed, language));
  }
}
