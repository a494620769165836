package io.rapporteur.comments.feed;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One act as it is told to one who may see it. It carries no text; what it is about is read where
 * it is kept, by who may read it then. Immutable.
 *
 * @param at when the act was received
 * @param about id of the comment, submission, consultation or recommendation
 * @param readable whether the reader can read it after this act: not what it has left
 * @param details in the order in which they are shown
 */
public record Entry(
    Kind kind, Instant at, String about, boolean readable, Map<Detail, String> details) {

  /** Copies the details. */
  public Entry {
    Map<Detail, String> copy = new EnumMap<>(Detail.class);
    copy.putAll(details);
    details = Collections.unmodifiableMap(copy);
  }

  /** An entry without details. */
  public static Entry of(Kind kind, Instant at, String about) {
    return new Entry(kind, at, about, true, Map.of());
  }

  /** The same with one more detail. */
  public Entry with(Detail detail, Object value) {
    Map<Detail, String> more = new EnumMap<>(Detail.class);
    more.putAll(details);
    more.put(detail, value.toString());
    return new Entry(kind, at, about, readable, more);
  }

  /** The same for a reader who sees what it is about no longer. */
  public Entry unreadable() {
    return new Entry(kind, at, about, false, details);
  }
}
