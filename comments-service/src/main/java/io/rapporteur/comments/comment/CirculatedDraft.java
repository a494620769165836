package io.rapporteur.comments.comment;

import io.rapporteur.schemas.deadline.Deadline;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The consolidated draft of a consultation, as far as it has been circulated: its entries can be
 * commented on, whatever has become of the round, until the time that the circulation names. If it
 * names none, an entry takes comments until others see that it is settled; what is decided in
 * private does not show here. What comes later is late, as a comment after the round is.
 *
 * @param version of the draft that was circulated last, from 1
 * @param commentsUntil last instant in time for all entries, inclusive
 * @param entries of that version, by their ids, in its order
 * @param adoptedAt when the list was adopted: nothing is in time after it
 */
public record CirculatedDraft(
    int version,
    Optional<Instant> commentsUntil,
    Map<String, Entry> entries,
    Optional<Instant> adoptedAt) {

  /** Copies the entries, and keeps their order. */
  public CirculatedDraft {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /**
   * An entry of the last version.
   *
   * @param versions of the draft that hold it
   * @param settledAt since when others see that it is settled
   */
  public record Entry(Set<Integer> versions, Optional<Instant> settledAt) {

    /** Copies the versions. */
    public Entry {
      versions = Set.copyOf(versions);
    }
  }

  /** The entry of an id; empty if the last version does not hold it. */
  public Optional<Entry> entry(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  /** Whether a comment on an entry came too late; so does each on one that was left out since. */
  public boolean late(String id, Instant receivedAt) {
    Optional<Entry> entry = entry(id);
    if (entry.isEmpty() || adoptedAt.filter(receivedAt::isAfter).isPresent()) {
      return true;
    }
    return commentsUntil
        .map(until -> Deadline.passed(until, receivedAt))
        .orElseGet(() -> entry.get().settledAt().filter(receivedAt::isAfter).isPresent());
  }
}
