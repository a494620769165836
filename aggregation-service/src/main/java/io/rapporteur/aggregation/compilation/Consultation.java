package io.rapporteur.aggregation.compilation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A consultation as the compilation must know it.
 *
 * @param editions published, in their order
 * @param sight until when a role sees what the secretariat sees, inclusive; {@link Instant#MAX}
 *     until it is ended
 */
public record Consultation(
    String id,
    Map<String, String> titles,
    List<String> documents,
    List<Edition> editions,
    Map<String, Instant> sight) {

  /** Whether a role sees what the secretariat sees. */
  public boolean grantsSight(String role, Instant now) {
    Instant until = sight.get(role);
    return until != null && !now.isAfter(until);
  }

  /** A publication: what had been received at the cut. */
  public record Edition(String name, Instant cutAt) {}
}
