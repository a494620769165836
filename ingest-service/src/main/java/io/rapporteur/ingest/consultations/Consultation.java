package io.rapporteur.ingest.consultations;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A consultation as it stands.
 *
 * @param titles by language
 * @param documents document ids, in the order in which the compilation shows them
 * @param items by document, the places of recommendations that were taken at the opening
 * @param round number of the round, from 1
 * @param opensAt first instant at which comments are taken
 * @param closesAt last instant in time for all, inclusive
 * @param zone IANA time zone of the deadline, for print
 * @param extendedFor last instant in time for those who were given more, by participant code
 * @param editions published, in their order
 * @param sight granted and not ended, by role; some of them may be over by their time
 * @param asReceived everyone reads comments as soon as they are received; else nobody before an
 *     edition
 * @param revision of the last event that counted
 */
public record Consultation(
    String id,
    Map<String, String> titles,
    List<String> documents,
    Map<String, Integer> items,
    int round,
    Instant opensAt,
    Instant closesAt,
    String zone,
    Map<String, Instant> extendedFor,
    List<Edition> editions,
    Map<String, Sight> sight,
    boolean asReceived,
    int revision) {

  /** Word for consultations whose comments are posted as received; no edition may be called so. */
  public static final String AS_RECEIVED = "as-received";

  /** Word for consultations whose comments nobody else reads before an edition. */
  public static final String SEALED = "sealed";

  /** After the last deadline, what was on its way may still reach the log. */
  static final Duration SETTLING = Duration.ofSeconds(60);

  /** Copies the collections. */
  public Consultation {
    titles = Map.copyOf(titles);
    documents = List.copyOf(documents);
    items = Map.copyOf(items);
    extendedFor = Map.copyOf(extendedFor);
    editions = List.copyOf(editions);
    sight = Map.copyOf(sight);
  }

  /**
   * That a role may see what the secretariat sees.
   *
   * @param until last instant, inclusive; empty until it is ended
   */
  public record Sight(Optional<Instant> until, String reason, Instant grantedAt, String grantedBy) {

    /** Whether it is over by its time. */
    public boolean over(Instant now) {
      return until.filter(now::isAfter).isPresent();
    }
  }

  /**
   * A publication of the comments.
   *
   * @param publishedFor whom it was for at first
   * @param open whether everyone reads it by now
   */
  public record Edition(String name, Instant cutAt, Audience publishedFor, boolean open) {}

  /** The last instant in time for a participant. */
  public Instant closesFor(String participant) {
    Instant extended = extendedFor.getOrDefault(participant, closesAt);
    return extended.isAfter(closesAt) ? extended : closesAt;
  }

  /** The last instant in time for anyone. */
  public Instant closesForAnyone() {
    Collection<Instant> extended = extendedFor.values();
    return Stream.concat(Stream.of(closesAt), extended.stream())
        .max(Instant::compareTo)
        .orElse(closesAt);
  }

  /** Whether an edition can be published without giving a reason. */
  public boolean settled(Instant now) {
    return now.isAfter(closesForAnyone().plus(SETTLING));
  }

  /** The last edition. */
  public Optional<Edition> lastEdition() {
    return editions.isEmpty() ? Optional.empty() : Optional.of(editions.getLast());
  }

  /** The edition of a name. */
  public Optional<Edition> edition(String name) {
    return editions.stream().filter(edition -> edition.name().equals(name)).findFirst();
  }
}
