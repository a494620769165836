package io.rapporteur.schemas.topics;

import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * One row of the catalogue.
 *
 * @param name name on the broker; part of the API, never changed
 * @param holds what its records say, in one sentence
 * @param key what the key is, in words; keys are UTF-8 strings
 * @param value Avro schema of the value; empty where records are kept as bytes (dead letters)
 * @param partitions number of partitions; part of the API, never changed
 * @param cleanup how long records are kept
 * @param writer the only writer
 * @param readers who reads, the writer not counted unless it reads its own topic
 */
public record Topic(
    String name,
    String holds,
    String key,
    Optional<Schema> value,
    int partitions,
    Cleanup cleanup,
    Principal writer,
    Set<Principal> readers) {

  /** What Kafka does with old records. */
  public enum Cleanup {
    /** Every record is kept for ever. */
    KEEP_FOR_EVER,
    /** The last record of each key is kept. */
    COMPACT,
    /** The reader deletes what it has read. */
    PURGE_WHEN_READ
  }

  /** Copies the readers. */
  public Topic {
    readers = Set.copyOf(readers);
  }

  /** Whether facts live here, which a power cut must not take back. */
  public boolean holdsEvents() {
    return cleanup == Cleanup.KEEP_FOR_EVER;
  }

  /** The registry's subject of the value (TopicNameStrategy). */
  public String subject() {
    return name + "-value";
  }

  /** Name of the topic that keeps what this reader could not read. */
  public String deadLetters(Principal reader) {
    return name + "." + reader.user() + "-dlt";
  }
}
