package io.rapporteur.aggregation.meeting;

import java.time.ZoneId;
import java.util.Optional;

/** What a meeting must know of others. Implementations are thread-safe. */
public interface Surroundings {

  /** The class of a participant as it stands; empty if the code is that of none. */
  Optional<String> participantClass(String code);

  /** The zone in which people of a consultation say the time; UTC if it is not known. */
  ZoneId zone(String consultation);
}
