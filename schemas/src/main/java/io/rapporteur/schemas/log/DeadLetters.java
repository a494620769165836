package io.rapporteur.schemas.log;

import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Keeps what a reader could not read: the bytes as they were, under the key {@code
 * topic-partition-offset}, so that reading the log again keeps each poison record once. Headers
 * {@code rapporteur-cause}, {@code rapporteur-topic}, {@code rapporteur-partition}, {@code
 * rapporteur-offset} and {@code rapporteur-key} say where it came from and why it is here.
 * Thread-safe.
 */
public final class DeadLetters implements AutoCloseable {

  private final Principal reader;
  private final KafkaProducer<byte[], byte[]> producer;

  /**
   * @param reader who reads, and so writes its dead letters
   * @param access its credentials
   */
  public DeadLetters(Principal reader, BrokerAccess access) {
    this.reader = reader;
    Map<String, Object> settings = new HashMap<>(access.clientSettings());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Keeps one record and returns when it is acknowledged.
   *
   * @throws IllegalStateException if the broker does not take it: the reader must halt rather than
   *     drop it
   */
  public void keep(ConsumerRecord<byte[], byte[]> poison, Throwable cause) {
    try {
      producer.send(letter(reader, poison, cause)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("dead letter of " + place(poison) + " was not kept", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("dead letter of " + place(poison) + " was not kept", e);
    }
  }

  /** The dead letter of a record, for readers that have a producer of their own. */
  public static ProducerRecord<byte[], byte[]> letter(
      Principal reader, ConsumerRecord<byte[], byte[]> poison, Throwable cause) {
    String topic =
        TopicCatalogue.CONTRACT.stream()
            .filter(t -> t.name().equals(poison.topic()))
            .findFirst()
            .map(t -> t.deadLetters(reader))
            .orElseThrow();
    List<Header> headers =
        List.of(
            header("rapporteur-cause", String.valueOf(cause.getMessage())),
            header("rapporteur-topic", poison.topic()),
            header("rapporteur-partition", Integer.toString(poison.partition())),
            header("rapporteur-offset", Long.toString(poison.offset())),
            new RecordHeader("rapporteur-key", poison.key()));
    return new ProducerRecord<>(
        topic, null, place(poison).getBytes(StandardCharsets.UTF_8), poison.value(), headers);
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String place(ConsumerRecord<?, ?> record) {
    return record.topic() + "-" + record.partition() + "-" + record.offset();
  }

  @Override
  public void close() {
    producer.close();
  }
}
