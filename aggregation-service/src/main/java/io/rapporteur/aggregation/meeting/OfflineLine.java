package io.rapporteur.aggregation.meeting;

import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.revision.CanonicalJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a file of decisions that were noted offline.
 *
 * @param number of the line in the file
 * @param said what it says, in canonical terms
 * @param decision as far as it could be read
 * @param decidedAt when it was decided
 * @param faults of reading it
 */
public record OfflineLine(
    int number,
    Map<String, Object> said,
    Optional<Decision> decision,
    Instant decidedAt,
    List<Fault> faults) {

  /** Copies the faults. */
  public OfflineLine {
    faults = List.copyOf(faults);
  }

  /** The act of this line: whoever brings the same line again asks the same. */
  Act act(String consultation, Act file) {
    return new Act(
        "file of " + consultation,
        file.client(),
        file.role(),
        CanonicalJson.digest(said),
        file.receivedAt(),
        said);
  }
}
