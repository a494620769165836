package io.rapporteur.aggregation.compilation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A consultation as the compilation must know it.
 *
 * @param editions published, in their order
 */
public record Consultation(
    String id, Map<String, String> titles, List<String> documents, List<Edition> editions) {

  /** A publication: what had been received at the cut. */
  public record Edition(String name, Instant cutAt) {}
}
