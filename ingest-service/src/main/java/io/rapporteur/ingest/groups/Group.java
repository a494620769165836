package io.rapporteur.ingest.groups;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A group that speaks with one voice. Its members are not recorded: a comment of the group is never
 * expanded into theirs.
 *
 * @param code for instance {@code g77}; never the code of a participant
 * @param names printed full name by language
 * @param speakers who may speak for it, and when, in the order in which they were named
 * @param revision of the last event that counted
 */
public record Group(String code, Map<String, String> names, List<Speaker> speakers, int revision) {

  /** Copies the collections. */
  public Group {
    names = Map.copyOf(names);
    speakers = List.copyOf(speakers);
  }

  /**
   * The right of a participant to speak for a group.
   *
   * @param participant code; an observer may have it too
   * @param from first instant
   * @param until last instant, inclusive; empty until further notice
   * @param reference for instance of the note that names it
   */
  public record Speaker(
      String participant, Instant from, Optional<Instant> until, String reference) {

    /** Whether the right holds at an instant. */
    public boolean holds(Instant at) {
      return !at.isBefore(from) && until.map(last -> !at.isAfter(last)).orElse(true);
    }
  }

  /** With one more speaker. */
  public Group with(Speaker speaker) {
    List<Speaker> all = new ArrayList<>(speakers);
    all.add(speaker);
    return new Group(code, names, all, revision);
  }

  /** With the rights of a participant ended at an instant, as far as they reach beyond it. */
  public Group ended(String participant, Instant at) {
    return new Group(
        code,
        names,
        speakers.stream()
            .filter(s -> !s.participant().equals(participant) || !s.from().isAfter(at))
            .map(
                s ->
                    s.participant().equals(participant) && s.holds(at)
                        ? new Speaker(participant, s.from(), Optional.of(at), s.reference())
                        : s)
            .toList(),
        revision);
  }

  /** Whether a participant's right holds at an instant, or will. */
  public boolean speaks(String participant, Instant at) {
    return speakers.stream()
        .filter(s -> s.participant().equals(participant))
        .anyMatch(s -> s.holds(at) || s.from().isAfter(at));
  }
}
