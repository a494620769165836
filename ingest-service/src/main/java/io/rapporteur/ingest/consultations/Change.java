package io.rapporteur.ingest.consultations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be done to a consultation. */
public sealed interface Change {

  /** It is opened; see {@link Consultation} for the terms. */
  record Open(
      Map<String, String> titles,
      List<String> documents,
      Map<String, Integer> items,
      int round,
      Instant opensAt,
      Instant closesAt,
      String zone,
      boolean asReceived)
      implements Change {}

  /** The deadline is moved, for all or for one. */
  record Extend(Optional<String> participant, Instant closesAt, String reason) implements Change {}

  /**
   * An edition is published; a reason is given if the round was still open.
   *
   * @param corrects the edition whose texts it keeps, with what has been redacted since
   */
  record Publish(
      String edition,
      Instant cutAt,
      Optional<String> reason,
      Optional<String> corrects,
      Audience audience)
      implements Change {}

  /** An edition for participants is opened to everyone, and with it those before it. */
  record OpenEdition(String edition, Optional<String> reason) implements Change {}

  /** A role may see what the secretariat sees; until it is ended, if no time is given. */
  record GrantSight(String role, Optional<Instant> until, String reason) implements Change {}

  /** A role sees no more than the public again. */
  record EndSight(String role, String reason) implements Change {}
}
