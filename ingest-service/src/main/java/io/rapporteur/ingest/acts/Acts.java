package io.rapporteur.ingest.acts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Acts at the doors of all services, as far as they have been read. Thread-safe. */
public interface Acts {

  /**
   * What may be read.
   *
   * @param own all acts of this delegation, its own affairs included; empty for the secretariat,
   *     which is shown no delegation's own affairs
   */
  record Sight(Optional<String> own) {}

  /**
   * What is asked for.
   *
   * @param participant acts of this delegation alone
   * @param account acts of this account alone
   * @param from first instant, inclusive
   * @param until last instant, inclusive
   */
  record Search(
      Optional<String> participant,
      Optional<String> account,
      Optional<Instant> from,
      Optional<Instant> until) {}

  /**
   * A page.
   *
   * @param next where the next begins; empty on the last
   */
  record Page(List<Act> acts, Optional<String> next) {}

  /**
   * The latest first.
   *
   * @param after end of the page before; empty for the first
   */
  Page page(Sight sight, Search search, Optional<String> after, int limit);
}
