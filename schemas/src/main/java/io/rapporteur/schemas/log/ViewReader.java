package io.rapporteur.schemas.log;

import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.wire.PoisonException;
import io.rapporteur.schemas.wire.SchemaIds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds a {@link ViewStore} from the log: one thread, every partition assigned, committed records
 * only, records and positions stored in one write.
 *
 * <p>Poison is kept as a dead letter and the reading goes on. A registry without an answer, or an
 * event type newer than this version, halts the reading: {@link #halted()} says why and the record
 * is tried again; nothing is skipped.
 */
public final class ViewReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ViewReader.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

  private final String name;
  private final ViewStore store;
  private final DeadLetters deadLetters;
  private final Map<String, TopicFold<?>> folds;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Admin admin;
  private final Positions positions;
  private final Thread thread;
  private volatile boolean closing;
  private volatile @Nullable String halt;
  private volatile @Nullable Map<TopicPartition, Long> endAtStart;

  ViewReader(
      String name,
      ViewStore store,
      BrokerAccess access,
      DeadLetters deadLetters,
      Map<String, TopicFold<?>> folds,
      Collection<Topic> topics) {
    this.name = name;
    this.store = store;
    this.deadLetters = deadLetters;
    this.folds = folds;
    this.admin = Admin.create(access.clientSettings());
    this.consumer =
        new KafkaConsumer<>(
            settings(access), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    for (Topic topic : topics) {
      for (int p = 0; p < topic.partitions(); p++) {
        partitions.add(new TopicPartition(topic.name(), p));
      }
    }
    this.positions = new Positions(store, partitions);
    this.thread = Thread.ofPlatform().name("view-" + name).unstarted(this::read);
  }

  /** Begins the description of a reader. */
  public static ViewReaderBuilder of(
      String name, Principal reader, BrokerAccess access, SchemaIds ids, ViewStore store) {
    return new ViewReaderBuilder(name, reader, access, ids, store);
  }

  private static Map<String, Object> settings(BrokerAccess access) {
    Map<String, Object> settings = new HashMap<>(access.clientSettings());
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return settings;
  }

  /** Starts reading, from where the view stands. */
  public void start() {
    thread.start();
  }

  /**
   * Whether the view has reached the end that the log had when reading started, and is not halted.
   */
  public boolean ready() {
    Map<TopicPartition, Long> end = endAtStart;
    return halt == null && end != null && positions.reached(end);
  }

  /** Why the reading stands still; empty if it does not. */
  public Optional<String> halted() {
    return Optional.ofNullable(halt);
  }

  /**
   * Waits until the view holds the record at this place.
   *
   * @return whether it does, before the patience ran out
   */
  public boolean await(EventLog.Appended appended, Duration patience) {
    return positions.await(Map.of(appended.partition(), appended.offset() + 1), patience);
  }

  /**
   * Waits until the view holds the records at all of these places.
   *
   * @return whether it does, before the patience ran out
   */
  public boolean await(Collection<EventLog.Appended> appended, Duration patience) {
    Map<TopicPartition, Long> places = new HashMap<>();
    appended.forEach(place -> places.merge(place.partition(), place.offset() + 1, Math::max));
    return positions.await(places, patience);
  }

  /**
   * Waits until the view holds everything that these topics held when this was called.
   *
   * @return whether it does, before the patience ran out
   */
  public boolean awaitEnd(Collection<Topic> topics, Duration patience) {
    long start = System.nanoTime();
    try {
      List<TopicPartition> partitions =
          positions.partitions().stream()
              .filter(p -> topics.stream().anyMatch(t -> t.name().equals(p.topic())))
              .toList();
      Map<TopicPartition, Long> end = end(partitions, patience);
      return positions.await(end, patience.minusNanos(System.nanoTime() - start));
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * A number that grows whenever the view has read on in one of these topics; what was read before
   * may be kept.
   */
  public long progress(Collection<Topic> topics) {
    return positions.partitions().stream()
        .filter(p -> topics.stream().anyMatch(t -> t.name().equals(p.topic())))
        .mapToLong(positions::next)
        .sum();
  }

  private Map<TopicPartition, Long> end(Collection<TopicPartition> partitions, Duration patience)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, ListOffsetsResultInfo> found =
        admin
            .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
            .all()
            .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    Map<TopicPartition, Long> end = new HashMap<>();
    found.forEach((partition, info) -> end.put(partition, info.offset()));
    return end;
  }

  private void read() {
    try {
      consumer.assign(positions.partitions());
      positions.partitions().forEach(p -> consumer.seek(p, positions.next(p)));
      while (!closing) {
        step();
      }
    } catch (WakeupException e) {
      // Closing.
    } finally {
      consumer.close();
    }
  }

  private void step() {
    try {
      if (endAtStart == null) {
        endAtStart = end(positions.partitions(), EventLog.PATIENCE);
      }
      fold(consumer.poll(POLL));
      halt = null;
    } catch (WakeupException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing = true;
    } catch (RuntimeException | ExecutionException | TimeoutException e) {
      halt(e);
    }
  }

  private void halt(Exception cause) {
    if (halt == null) {
      LOG.error("view {} halted", name, cause);
    }
    halt = String.valueOf(cause.getMessage());
    positions.partitions().forEach(p -> consumer.seek(p, positions.next(p)));
    try {
      Thread.sleep(BEFORE_NEXT_TRY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing = true;
    }
  }

  private void fold(ConsumerRecords<byte[], byte[]> records) {
    Map<TopicPartition, Long> reached = new HashMap<>();
    // Transaction markers move the position without a record.
    for (TopicPartition partition : positions.partitions()) {
      long next = consumer.position(partition);
      if (next != positions.next(partition)) {
        reached.put(partition, next);
      }
    }
    if (reached.isEmpty()) {
      return;
    }
    var batch = new ViewBatch(store);
    for (ConsumerRecord<byte[], byte[]> record : records) {
      fold(record, batch);
    }
    reached.forEach((partition, next) -> batch.position(partition.toString(), next));
    batch.write();
    positions.moveTo(reached);
  }

  private void fold(ConsumerRecord<byte[], byte[]> record, ViewBatch batch) {
    TopicFold<?> fold = folds.get(record.topic());
    if (fold == null) {
      throw new IllegalStateException(
          "topic: " + record.topic() + " (expected: one of " + folds.keySet() + ")");
    }
    try {
      fold.apply(record.value(), batch);
    } catch (PoisonException e) {
      LOG.warn(
          "view {} keeps a dead letter of {}-{}-{}",
          name,
          record.topic(),
          record.partition(),
          record.offset());
      deadLetters.keep(record, e);
    }
  }

  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    try {
      thread.join(EventLog.PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    admin.close(Duration.ofSeconds(1));
    deadLetters.close();
    store.close();
  }
}
