package io.rapporteur.aggregation.compilation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A consultation as the compilation must know it.
 *
 * @param editions published, in their order
 * @param sight until when a role sees what the secretariat sees, inclusive; {@link Instant#MAX}
 *     until it is ended
 * @param asReceived everyone reads comments as soon as they are received; else nobody before an
 *     edition
 */
public record Consultation(
    String id,
    Map<String, String> titles,
    List<String> documents,
    List<Edition> editions,
    Map<String, Instant> sight,
    boolean asReceived) {

  /**
   * What is public of a consultation whose comments are posted as received, in place of the name of
   * an edition: one that is always the last, and never closed.
   */
  public static final String AS_RECEIVED = "as-received";

  /** One whose comments nobody else reads before an edition. */
  public Consultation(
      String id,
      Map<String, String> titles,
      List<String> documents,
      List<Edition> editions,
      Map<String, Instant> sight) {
    this(id, titles, documents, editions, sight, false);
  }

  /** Whether a role sees what the secretariat sees. */
  public boolean grantsSight(String role, Instant now) {
    Instant until = sight.get(role);
    return until != null && !now.isAfter(until);
  }

  /** The edition of a name. */
  public Optional<Edition> edition(String name) {
    return editions.stream().filter(edition -> edition.name().equals(name)).findFirst();
  }

  /**
   * A publication: what had been received at the cut.
   *
   * @param corrects name of the edition whose texts it keeps, if it corrects one
   * @param publishedFor whom it was for at first
   * @param open whether everyone is to read it by now
   */
  public record Edition(
      String name, Instant cutAt, Optional<String> corrects, Audience publishedFor, boolean open) {

    /** One for everyone that corrects none. */
    public Edition(String name, Instant cutAt) {
      this(name, cutAt, Optional.empty(), Audience.EVERYONE, true);
    }

    /** Whom it is for now. */
    public Audience audience() {
      return open ? Audience.EVERYONE : Audience.PARTICIPANTS;
    }
  }
}
