package io.rapporteur.aggregation.paper;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A paper that is made while nobody waits for it.
 *
 * @param owner account that asked for it; nobody else sees it
 * @param items recommendations on the paper; 0 until it has begun
 * @param done recommendations that have been written, the one at work included
 * @param until when it is kept, from its end on
 * @param size in bytes, of a file that is there
 * @param byGrant its owner saw what is sealed by a grant
 * @param redacted what was redacted when it was made
 */
public record Export(
    String id,
    String owner,
    String consultation,
    Asked asked,
    State state,
    int items,
    int done,
    Instant askedAt,
    Optional<Instant> endedAt,
    Optional<Instant> until,
    long size,
    boolean byGrant,
    String redacted) {

  /** Where it stands. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED;

    /** The word in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
