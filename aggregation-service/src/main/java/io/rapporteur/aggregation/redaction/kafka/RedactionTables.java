package io.rapporteur.aggregation.redaction.kafka;

import io.rapporteur.aggregation.redaction.RedactionLine;
import io.rapporteur.aggregation.redaction.RedactionStep;
import io.rapporteur.events.SecretariatEvent;
import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.schemas.log.Fold;
import io.rapporteur.schemas.log.Partitioning;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewBatch;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.states.LogPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What has been redacted, as the view keeps it: each counted event with its place in the log, in
 * terms that a restore keeps, so that an edition can say how far it has read.
 */
public final class RedactionTables {

  private static final Partitioning PLACED = Partitioning.byKey(TopicCatalogue.SECRETARIAT_EVENTS);

  /** Counted events, by {@code consultation/comment/revision}. */
  private final Table<SecretariatEvent> events;

  /** Their places, by the same. */
  private final Table<LogPlace> places;

  /** The place of the last record of each partition. */
  private final Table<LogPlace> last;

  /** Puts them into a view. */
  public RedactionTables(ViewStore store) {
    events = store.table("redaction", SecretariatEvent.getClassSchema());
    places = store.table("redaction-place", LogPlace.getClassSchema());
    last = store.table("secretariat-place", LogPlace.getClassSchema());
  }

  /**
   * How {@code secretariat.events.v1} is folded: every record has a place; redactions that count
   * are kept.
   *
   * @param changed learns of each comment whose redactions change, as {@code consultation/comment}
   */
  public Fold<SecretariatEvent> fold(Consumer<String> changed) {
    Fold<SecretariatEvent> counted =
        CountedEvents.each(
            events,
            RedactionTables::id,
            SecretariatEvent::getRevision,
            (event, view) -> {
              view.put(
                  places, CountedEvents.key(id(event), event.getRevision()), placed(event, view));
              changed.accept(id(event));
            });
    return (event, view) -> {
      view.put(last, partition(event), next(event, view));
      if (RedactionEvents.isOne(event)) {
        counted.apply(event, view);
      }
    };
  }

  /** The place of an event that this fold has just been given. */
  public LogPlace placed(SecretariatEvent event, ViewBatch view) {
    return view.get(last, partition(event)).orElseThrow();
  }

  private LogPlace next(SecretariatEvent event, ViewBatch view) {
    return new LogPlace(
        PLACED.partition(event.getSubject()),
        view.get(last, partition(event)).map(place -> place.getRank() + 1).orElse(0L),
        event.getReceivedAt());
  }

  private static String partition(SecretariatEvent event) {
    return Integer.toString(PLACED.partition(event.getSubject()));
  }

  private static String id(SecretariatEvent event) {
    return event.getConsultation() + "/" + RedactionEvents.comment(event);
  }

  /** How many records of each partition have been read. */
  public List<Long> ranks() {
    List<Long> ranks = new ArrayList<>();
    for (int p = 0; p < TopicCatalogue.SECRETARIAT_EVENTS.partitions(); p++) {
      ranks.add(last.get(Integer.toString(p)).map(place -> place.getRank() + 1).orElse(0L));
    }
    return ranks;
  }

  /** The line of a comment. */
  RedactionLine line(String consultation, String comment) {
    return new RedactionLine(
        consultation,
        comment,
        events.startingWith(consultation + "/" + comment + "/").stream()
            .map(RedactionEvents::step)
            .toList());
  }

  /** The lines of a consultation, by comment. */
  public Map<String, RedactionLine> lines(String consultation) {
    return lines(consultation, key -> true);
  }

  /**
   * The lines of a consultation as far as a cut goes, by comment.
   *
   * @param ranks how many records of each partition are before it; none of them if it is empty
   */
  public Map<String, RedactionLine> lines(String consultation, List<Long> ranks) {
    return ranks.isEmpty()
        ? Map.of()
        : lines(
            consultation,
            key ->
                places
                    .get(key)
                    .filter(place -> place.getRank() < ranks.get(place.getPartition()))
                    .isPresent());
  }

  private Map<String, RedactionLine> lines(String consultation, Predicate<String> within) {
    Map<String, List<RedactionStep>> steps = new TreeMap<>();
    for (Table.Row<SecretariatEvent> row : events.page(consultation + "/", "", Integer.MAX_VALUE)) {
      if (within.test(row.key())) {
        steps
            .computeIfAbsent(RedactionEvents.comment(row.value()), comment -> new ArrayList<>())
            .add(RedactionEvents.step(row.value()));
      }
    }
    Map<String, RedactionLine> lines = new TreeMap<>();
    steps.forEach(
        (comment, made) -> lines.put(comment, new RedactionLine(consultation, comment, made)));
    return lines;
  }
}
