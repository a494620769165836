package io.rapporteur.schemas.log;

import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.wire.AvroSerializer;
import io.rapporteur.schemas.wire.SchemaIds;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Appends events to one topic. An append that returns is acknowledged by all in-sync replicas; one
 * that does not within {@link #PATIENCE} is {@link OutcomeUnknownException}. Thread-safe.
 *
 * @param <T> the record of the topic
 */
public final class EventLog<T extends SpecificRecord> implements AutoCloseable {

  /** How long an acknowledgement is waited for. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int AT_ONCE = 1_000;

  private final Topic topic;
  private final Partitioning partitioning;
  private final KafkaProducer<String, T> producer;
  private final ClockSkew skew;
  private final Clock clock;

  /**
   * @param topic where to append
   * @param access the writer's credentials
   * @param ids where the schema of the values is registered
   * @param clock the service's clock, compared with the broker's at every append
   * @param skew learns the difference
   */
  public EventLog(Topic topic, BrokerAccess access, SchemaIds ids, Clock clock, ClockSkew skew) {
    this(topic, Partitioning.byKey(topic), access, ids, clock, skew);
  }

  /**
   * @param topic where to append
   * @param partitioning which part of a key decides the partition
   * @param access the writer's credentials
   * @param ids where the schema of the values is registered
   * @param clock the service's clock, compared with the broker's at every append
   * @param skew learns the difference
   */
  public EventLog(
      Topic topic,
      Partitioning partitioning,
      BrokerAccess access,
      SchemaIds ids,
      Clock clock,
      ClockSkew skew) {
    this.topic = topic;
    this.partitioning = partitioning;
    this.clock = clock;
    this.skew = skew;
    this.producer =
        new KafkaProducer<>(
            settings(access), new StringSerializer(), new AvroSerializer<T>(ids.idToWrite(topic)));
  }

  private static Map<String, Object> settings(BrokerAccess access) {
    Map<String, Object> settings = new HashMap<>(access.clientSettings());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // One comment waits for nobody; under load batches form while earlier ones are in flight.
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
    return settings;
  }

  /**
   * Appends one event and waits for the acknowledgement.
   *
   * @param key key of the record, which decides its partition
   * @return where it stands
   * @throws OutcomeUnknownException if there was no acknowledgement in time
   */
  public Appended append(String key, T event) {
    return append(Map.of(key, event)).getFirst();
  }

  /**
   * Appends events side by side, one of each key.
   *
   * @param events by key
   * @return where they stand, in the order of the map
   * @throws OutcomeUnknownException if one was not acknowledged in time
   * @see #append(List)
   */
  public List<Appended> append(Map<String, T> events) {
    return append(List.copyOf(events.entrySet()));
  }

  /**
   * Appends events side by side and waits for all acknowledgements; each stands or not for itself,
   * so that what was interrupted is completed by doing it again. Events of one key stand in the
   * order given. Of thousands, the next thousand is sent when the one before is acknowledged.
   *
   * @param events with their keys
   * @return where they stand, in the order given
   * @throws OutcomeUnknownException if one was not acknowledged in time
   */
  public List<Appended> append(List<Map.Entry<String, T>> events) {
    List<Appended> appended = new ArrayList<>();
    for (int from = 0; from < events.size(); from += AT_ONCE) {
      appended.addAll(appendAtOnce(events.subList(from, Math.min(events.size(), from + AT_ONCE))));
    }
    return appended;
  }

  private List<Appended> appendAtOnce(List<Map.Entry<String, T>> events) {
    long sent = clock.millis();
    try {
      List<Future<RecordMetadata>> pending = new ArrayList<>();
      for (Map.Entry<String, T> event : events) {
        pending.add(
            producer.send(
                new ProducerRecord<>(
                    topic.name(),
                    partitioning.partition(event.getKey()),
                    event.getKey(),
                    event.getValue())));
      }
      List<Appended> appended = new ArrayList<>();
      for (Future<RecordMetadata> acknowledgement : pending) {
        RecordMetadata stands = acknowledgement.get(PATIENCE.toMillis() * 2, TimeUnit.MILLISECONDS);
        if (topic.holdsEvents()) {
          // Only there is the time on the record the broker's.
          skew.observe(sent, stands.timestamp(), clock.millis());
        }
        appended.add(
            new Appended(new TopicPartition(stands.topic(), stands.partition()), stands.offset()));
      }
      return appended;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OutcomeUnknownException(topic.name() + ": interrupted while waiting", e);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new OutcomeUnknownException(
          topic.name() + ": no acknowledgement within " + PATIENCE.toSeconds() + " s", e);
    }
  }

  @Override
  public void close() {
    producer.close(PATIENCE);
  }

  /**
   * Where an event stands in the log.
   *
   * @param partition its partition
   * @param offset its offset
   */
  public record Appended(TopicPartition partition, long offset) {}
}
