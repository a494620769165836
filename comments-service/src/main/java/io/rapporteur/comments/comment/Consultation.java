package io.rapporteur.comments.comment;

import io.rapporteur.schemas.deadline.Deadline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A consultation as far as the desk must know it.
 *
 * @param round number of the round that is or was open
 * @param closesAt last instant in time for all, inclusive
 * @param extendedFor last instant in time for those who were given more, by participant code
 * @param items what can be commented on, in the order of the text
 * @param draft what was circulated for its meeting; empty before
 */
public record Consultation(
    String id,
    List<String> documents,
    int round,
    Instant opensAt,
    Instant closesAt,
    Map<String, Instant> extendedFor,
    List<Item> items,
    Optional<CirculatedDraft> draft) {

  /** Copies the collections. */
  public Consultation {
    documents = List.copyOf(documents);
    extendedFor = Map.copyOf(extendedFor);
    items = List.copyOf(items);
  }

  /** A consultation of which no draft was circulated. */
  public Consultation(
      String id,
      List<String> documents,
      int round,
      Instant opensAt,
      Instant closesAt,
      Map<String, Instant> extendedFor,
      List<Item> items) {
    this(id, documents, round, opensAt, closesAt, extendedFor, items, Optional.empty());
  }

  /** Whether comments are taken at this instant, in time or late. */
  public boolean opened(Instant instant) {
    return !instant.isBefore(opensAt);
  }

  /** Whether this is after the deadline of the participant, whose last second is in time whole. */
  public boolean late(String participant, Instant receivedAt) {
    Instant extended = extendedFor.getOrDefault(participant, closesAt);
    return Deadline.passed(extended.isAfter(closesAt) ? extended : closesAt, receivedAt);
  }

  /**
   * Whether a comment of the participant came too late: on an entry of the draft by what the
   * circulation says, on everything else by the round.
   */
  public boolean late(Target target, String participant, Instant receivedAt) {
    return target
        .entry()
        .map(entry -> draft.map(circulated -> circulated.late(entry, receivedAt)).orElse(true))
        .orElseGet(() -> late(participant, receivedAt));
  }

  /**
   * A recommendation of the consultation.
   *
   * @param standing it is still put forward, so that it can be commented on
   */
  public record Item(
      String id,
      String document,
      String symbol,
      String shortName,
      String section,
      String paragraph,
      String label,
      Map<String, String> printedLabels,
      int version,
      boolean standing) {}

  /** The item of an id. */
  public Optional<Item> item(String recommendation) {
    return items.stream().filter(item -> item.id().equals(recommendation)).findFirst();
  }
}
