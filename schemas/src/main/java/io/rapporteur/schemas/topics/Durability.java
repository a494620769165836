package io.rapporteur.schemas.topics;

/** What an acknowledged event survives. */
public enum Durability {
  /**
   * The death of any process: the broker acknowledges from the page cache (Kafka's own default).
   */
  PROCESS,
  /**
   * A power cut too: event topics are forced to disk before the acknowledgement ({@code
   * flush.messages=1}).
   */
  POWER
}
