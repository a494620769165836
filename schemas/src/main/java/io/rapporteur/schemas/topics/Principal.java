package io.rapporteur.schemas.topics;

import java.util.Locale;

/**
 * Who connects to the broker. Each has a Kafka user of the same name in lower case; {@link #BROKER}
 * is the only super user.
 */
public enum Principal {
  BROKER,
  INGEST,
  COMMENTS,
  AGGREGATION,
  IDENTITY,
  SECRETARIAT,
  PUBLIC;

  /** Name of the Kafka user, for instance {@code comments}. */
  public String user() {
    return name().toLowerCase(Locale.ROOT);
  }
}
