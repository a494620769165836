package io.rapporteur.ingest.circulation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a consultation, with its history.
 *
 * @param titles by language
 * @param openedAt when it was opened by the secretariat, which may be before comments are taken
 * @param opensAt first instant at which comments are taken
 * @param closesAt deadline for all as first set, inclusive
 * @param zone IANA time zone of the deadline, for print
 * @param extensions in their order
 * @param editions as they were published and opened, in the order of that
 * @param meeting what all who take part got of it
 */
public record Round(
    String consultation,
    Map<String, String> titles,
    Instant openedAt,
    Instant opensAt,
    Instant closesAt,
    String zone,
    List<Extension> extensions,
    List<Edition> editions,
    Meeting meeting) {

  /** Copies the collections. */
  public Round {
    titles = Map.copyOf(titles);
    extensions = List.copyOf(extensions);
    editions = List.copyOf(editions);
  }

  /** The deadline was moved, for all or for one. */
  public record Extension(Optional<String> participant, Instant closesAt, Instant at) {}

  /**
   * Of the meeting on a consultation what all who take part got.
   *
   * @param circulations of its consolidated draft, in their order
   * @param adoptedAt when the list was recorded as adopted
   */
  public record Meeting(List<Circulation> circulations, Optional<Instant> adoptedAt) {

    /** Nothing yet. */
    public static final Meeting NOTHING = new Meeting(List.of(), Optional.empty());

    /** Copies the circulations. */
    public Meeting {
      circulations = List.copyOf(circulations);
    }
  }

  /** A version of the draft was circulated. */
  public record Circulation(int version, Instant at, Optional<Instant> commentsUntil) {}

  /**
   * An edition was published, or opened to everyone.
   *
   * @param forParticipants not to everyone
   */
  public record Edition(String name, Instant at, boolean forParticipants) {

    /** To everyone. */
    public Edition(String name, Instant at) {
      this(name, at, false);
    }
  }
}
