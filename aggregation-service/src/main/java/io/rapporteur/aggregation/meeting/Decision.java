package io.rapporteur.aggregation.meeting;

import java.util.List;
import java.util.Optional;

/**
 * One decision on one entry.
 *
 * @param entry entry id; empty for one that is new from the floor and has no number yet
 * @param wording the text as amended
 * @param into entry id of the entry that it is merged into
 * @param parts what it is split into, or the one that is new from the floor
 * @param note a remark that is never shown
 */
public record Decision(
    String entry,
    Kind kind,
    Optional<Wording> wording,
    Optional<String> into,
    List<Card> parts,
    Optional<String> note) {

  /** Copies the parts. */
  public Decision {
    parts = List.copyOf(parts);
  }

  /** A decision that says nothing but what it is. */
  public static Decision of(String entry, Kind kind) {
    return new Decision(
        entry, kind, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  }
}
