package io.rapporteur.aggregation.secretariat.kafka;

import io.rapporteur.aggregation.secretariat.Step;
import io.rapporteur.aggregation.secretariat.Subject;
import io.rapporteur.events.SecretariatEvent;
import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.schemas.log.Fold;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewBatch;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.states.LogPlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The rows of the secretariat, as the view of the compilation keeps them; those of translations
 * with their places in the log, so that an edition can say how far it has read.
 */
public final class SecretariatTable {

  /** Counted events, by {@code subject/revision}. */
  final Table<SecretariatEvent> events;

  /** The places of translations, by the same. */
  private final Table<LogPlace> places;

  /** Puts it into a view. */
  public SecretariatTable(ViewStore store) {
    this.events = store.table("secretariat", SecretariatEvent.getClassSchema());
    this.places = store.table("translation-place", LogPlace.getClassSchema());
  }

  /**
   * How {@code secretariat.events.v1} is folded; what is redacted is kept elsewhere.
   *
   * @param placed tells the place of an event
   * @param changed learns of each comment whose translations change, as {@code
   *     consultation/comment}
   */
  public Fold<SecretariatEvent> fold(
      BiFunction<SecretariatEvent, ViewBatch, LogPlace> placed, Consumer<String> changed) {
    Fold<SecretariatEvent> work =
        CountedEvents.each(
            events,
            SecretariatEvent::getSubject,
            SecretariatEvent::getRevision,
            (event, view) ->
                Subject.translated(event.getSubject())
                    .ifPresent(
                        comment -> {
                          view.put(
                              places,
                              CountedEvents.key(event.getSubject(), event.getRevision()),
                              placed.apply(event, view));
                          changed.accept(event.getConsultation() + "/" + comment);
                        }));
    return (event, view) -> {
      if (SecretariatEvents.isWork(event)) {
        work.apply(event, view);
      }
    };
  }

  /** The row of the translations of a comment. */
  public List<Step> translations(String comment) {
    return translations(comment, key -> true);
  }

  /**
   * The row of the translations of a comment as far as a cut goes.
   *
   * @param ranks how many records of each partition are before it; none of them if it is empty
   */
  public List<Step> translations(String comment, List<Long> ranks) {
    return ranks.isEmpty()
        ? List.of()
        : translations(
            comment,
            key ->
                places
                    .get(key)
                    .filter(place -> place.getRank() < ranks.get(place.getPartition()))
                    .isPresent());
  }

  /** How many steps the row of translations of each comment has that has any. */
  public Map<String, Integer> translated() {
    Map<String, Integer> steps = new HashMap<>();
    places.each(
        Subject.translations(""),
        row ->
            Subject.translated(row.key().substring(0, row.key().lastIndexOf('/')))
                .ifPresent(comment -> steps.merge(comment, 1, Integer::sum)));
    return steps;
  }

  private List<Step> translations(String comment, Predicate<String> within) {
    return events.page(Subject.translations(comment) + "/", "", Integer.MAX_VALUE).stream()
        .filter(row -> within.test(row.key()))
        .map(row -> SecretariatEvents.step(row.value()))
        .toList();
  }
}
