package io.rapporteur.ingest.participants;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may comment.
 *
 * @param code for instance {@code eg}
 * @param participantClass word of its class, for instance {@code member-state}
 * @param regionalGroup word of its regional group; null for those who have none
 * @param admittedAs how it was admitted, in a few English words
 * @param names printed names by language
 * @param validFrom date from which the names hold, ISO 8601; null if not known
 */
public record Participant(
    String code,
    String participantClass,
    @Nullable String regionalGroup,
    String admittedAs,
    Map<String, Name> names,
    @Nullable String validFrom) {

  /** Copies the names. */
  public Participant {
    names = Map.copyOf(names);
  }

  /** The names in one language. */
  public record Name(String shortName, String formal) {}
}
