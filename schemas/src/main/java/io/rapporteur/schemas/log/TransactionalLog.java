package io.rapporteur.schemas.log;

import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.wire.AvroSerializer;
import io.rapporteur.schemas.wire.SchemaIds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends records of several topics as one: all of them or none. What is appended is serialized
 * before the transaction begins; the transaction only sends, since readers of what is committed
 * wait behind an open one. One at a time per instance.
 *
 * <p>The transactional id names the instance and stays with it, so that its next life ends what an
 * earlier one left open. After any failure the outcome is unknown, and the next append begins with
 * a new producer under the same id. Thread-safe.
 */
public final class TransactionalLog implements AutoCloseable {

  /** Most records of one transaction. */
  public static final int MOST_RECORDS = 10_000;

  /** Most bytes of one transaction, keys and values. */
  public static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(TransactionalLog.class);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int BATCH_BYTES = 256 * 1024;

  private final BrokerAccess access;
  private final String transactionalId;
  private final SchemaIds ids;
  private final Map<Topic, AvroSerializer<SpecificRecord>> serializers = new HashMap<>();
  private final ReentrantLock turn = new ReentrantLock(true);
  private @Nullable KafkaProducer<byte[], byte[]> producer;

  /**
   * @param access the writer's credentials
   * @param instance names this instance among all of its service, and stays with it
   * @param ids where the schemas of the values are registered
   */
  public TransactionalLog(BrokerAccess access, String instance, SchemaIds ids) {
    this.access = access;
    // The broker lets a user write under ids that begin with its name.
    this.transactionalId = access.username() + "-" + instance;
    this.ids = ids;
  }

  /**
   * A record, serialized.
   *
   * @param partition where it goes
   */
  public record Entry(Topic topic, int partition, byte[] key, byte[] value) {

    int size() {
      return key.length + value.length;
    }
  }

  /** Serializes a record. */
  public synchronized Entry entry(Partitioning partitioning, String key, SpecificRecord value) {
    Topic topic = partitioning.topic();
    byte[] bytes =
        serializers
            .computeIfAbsent(topic, t -> new AvroSerializer<>(ids.idToWrite(t)))
            .serialize(topic.name(), value);
    if (bytes == null) {
      throw new IllegalStateException(topic.name() + ": no value (expected: a record)");
    }
    return new Entry(
        topic, partitioning.partition(key), key.getBytes(StandardCharsets.UTF_8), bytes);
  }

  /** Whether these fit into one transaction. */
  public static boolean fits(List<Entry> entries) {
    return entries.size() <= MOST_RECORDS
        && entries.stream().mapToLong(Entry::size).sum() <= MOST_BYTES;
  }

  /**
   * Ends in the background what an earlier life of this instance left open; readers would wait for
   * it else.
   */
  public void fence() {
    Thread.ofVirtual()
        .name("fence-" + transactionalId)
        .start(
            () -> {
              turn.lock();
              try {
                begun();
              } catch (KafkaException e) {
                LOG.info("transactions of an earlier life are ended at the first append");
                forget();
              } finally {
                turn.unlock();
              }
            });
  }

  /**
   * Appends all of these, or none.
   *
   * @param entries as many as {@link #fits}
   * @return where they stand; readers see them from now on
   * @throws OutcomeUnknownException if it is not known whether they stand
   */
  public List<EventLog.Appended> append(List<Entry> entries) {
    if (!fits(entries)) {
      throw new IllegalArgumentException(
          "entries: %d (expected: at most %d records, %d bytes)"
              .formatted(entries.size(), MOST_RECORDS, MOST_BYTES));
    }
    awaitTurn();
    try {
      return send(entries);
    } catch (InterruptedException e) {
      forget();
      Thread.currentThread().interrupt();
      throw new OutcomeUnknownException("transaction: interrupted while waiting", e);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      forget();
      throw new OutcomeUnknownException(
          "transaction: not committed within " + LONGEST.toSeconds() + " s", e);
    } finally {
      turn.unlock();
    }
  }

  private void awaitTurn() {
    try {
      if (!turn.tryLock(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new OutcomeUnknownException(
            "transaction: another is open after " + LONGEST.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OutcomeUnknownException("transaction: interrupted while waiting", e);
    }
  }

  private List<EventLog.Appended> send(List<Entry> entries)
      throws ExecutionException, InterruptedException, TimeoutException {
    KafkaProducer<byte[], byte[]> ready = begun();
    ready.beginTransaction();
    List<Future<RecordMetadata>> pending = new ArrayList<>();
    for (Entry entry : entries) {
      pending.add(
          ready.send(
              new ProducerRecord<>(entry.topic.name(), entry.partition, entry.key, entry.value)));
    }
    ready.commitTransaction();
    List<EventLog.Appended> appended = new ArrayList<>();
    for (Future<RecordMetadata> acknowledgement : pending) {
      RecordMetadata stands = acknowledgement.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
      appended.add(
          new EventLog.Appended(
              new TopicPartition(stands.topic(), stands.partition()), stands.offset()));
    }
    return appended;
  }

  private KafkaProducer<byte[], byte[]> begun() {
    KafkaProducer<byte[], byte[]> known = producer;
    if (known != null) {
      return known;
    }
    KafkaProducer<byte[], byte[]> made =
        new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer());
    producer = made;
    made.initTransactions();
    return made;
  }

  /** What this producer left open is ended by the next, under the same id. */
  private void forget() {
    KafkaProducer<byte[], byte[]> known = producer;
    producer = null;
    if (known != null) {
      known.close(Duration.ZERO);
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(access.clientSettings());
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) LONGEST.toMillis());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST.toMillis());
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) EventLog.PATIENCE.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) EventLog.PATIENCE.toMillis() / 2);
    return settings;
  }

  @Override
  public void close() {
    turn.lock();
    try {
      forget();
    } finally {
      turn.unlock();
    }
  }
}
