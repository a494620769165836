package io.rapporteur.schemas.log;

import io.rapporteur.schemas.revision.RevisionRule;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.apache.avro.specific.SpecificRecord;

/**
 * The folds that views are made of: events that count by {@link RevisionRule} are kept, void ones
 * leave no trace.
 */
public final class CountedEvents {

  private CountedEvents() {}

  /**
   * Keeps the last counted event of each thing, by its id.
   *
   * @param id of the thing that an event is about
   * @param revision that an event makes
   */
  public static <T extends SpecificRecord> Fold<T> last(
      Table<T> table, Function<T, String> id, ToIntFunction<T> revision) {
    return last(table, id, revision, (event, view) -> {});
  }

  /**
   * Keeps the last counted event of each thing, by its id.
   *
   * @param id of the thing that an event is about
   * @param revision that an event makes
   * @param also what else is done with each event that counts
   */
  public static <T extends SpecificRecord> Fold<T> last(
      Table<T> table, Function<T, String> id, ToIntFunction<T> revision, Fold<T> also) {
    return (event, view) -> {
      int current =
          view.get(table, id.apply(event)).map(revision::applyAsInt).orElse(RevisionRule.NOTHING);
      if (RevisionRule.counts(current, revision.applyAsInt(event))) {
        view.put(table, id.apply(event), event);
        also.apply(event, view);
      }
    };
  }

  /**
   * Keeps every counted event of each thing, by {@link #key}.
   *
   * @param id of the thing that an event is about
   * @param revision that an event makes
   */
  public static <T extends SpecificRecord> Fold<T> each(
      Table<T> table, Function<T, String> id, ToIntFunction<T> revision) {
    return each(table, id, revision, (event, view) -> {});
  }

  /**
   * Keeps every counted event of each thing, by {@link #key}.
   *
   * @param id of the thing that an event is about
   * @param revision that an event makes
   * @param also what else is done with each event that counts
   */
  public static <T extends SpecificRecord> Fold<T> each(
      Table<T> table, Function<T, String> id, ToIntFunction<T> revision, Fold<T> also) {
    return (event, view) -> {
      int made = revision.applyAsInt(event);
      boolean first = RevisionRule.counts(RevisionRule.NOTHING, made);
      boolean follows = first || view.get(table, key(id.apply(event), made - 1)).isPresent();
      boolean taken = view.get(table, key(id.apply(event), made)).isPresent();
      if (made > RevisionRule.NOTHING && follows && !taken) {
        view.put(table, key(id.apply(event), made), event);
        also.apply(event, view);
      }
    };
  }

  /** The key of one event among all of a thing; in the order of the revisions. */
  public static String key(String id, int revision) {
    return String.format(Locale.ROOT, "%s/%010d", id, revision);
  }
}
