package io.rapporteur.schemas.log;

import io.rapporteur.schemas.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.utils.Utils;

/**
 * Which part of a key decides the partition of a record: keys that share it keep their order. A key
 * that is this part alone stands where Kafka's own producer would put it.
 */
public final class Partitioning {

  private final Topic topic;
  private final UnaryOperator<String> part;

  private Partitioning(Topic topic, UnaryOperator<String> part) {
    this.topic = topic;
    this.part = part;
  }

  /** The whole key decides. */
  public static Partitioning byKey(Topic topic) {
    return new Partitioning(topic, UnaryOperator.identity());
  }

  /** What stands before the first slash decides, for instance the draft of a version. */
  public static Partitioning byFirstPart(Topic topic) {
    return new Partitioning(topic, key -> key.split("/", 2)[0]);
  }

  /** The topic whose records are placed so. */
  public Topic topic() {
    return topic;
  }

  /** The partition of a key. */
  public int partition(String key) {
    byte[] deciding = part.apply(key).getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(deciding)) % topic.partitions();
  }
}
