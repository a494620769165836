package io.rapporteur.aggregation.fold;

import static org.awaitility.Awaitility.await;

import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;

/** The topology as it runs in production, on a real log that a test fills. */
final class FoldOnLog implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final CatalogueBroker broker;
  private final Path state;

  FoldOnLog(Path folder) {
    broker = CatalogueBroker.start(folder.resolve("broker"));
    state = folder.resolve("fold");
  }

  /** A record as bytes. */
  record LogRecord(String topic, int partition, byte @Nullable [] key, byte @Nullable [] value) {}

  /** The folder of the state of the topology. */
  Path state() {
    return state;
  }

  /** Writes records to their partitions, in this order. */
  void write(List<LogRecord> records) {
    for (Principal writer : List.of(Principal.COMMENTS, Principal.AGGREGATION)) {
      Map<String, Object> settings = new HashMap<>(broker.access(writer).clientSettings());
      settings.put("acks", "all");
      try (var producer =
          new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
        for (LogRecord record : records) {
          if (writer(record) == writer) {
            producer.send(
                new ProducerRecord<>(
                    record.topic(), record.partition(), record.key(), record.value()));
          }
        }
      }
    }
  }

  private static Principal writer(LogRecord record) {
    return record.topic().equals(TopicCatalogue.COMMENT_EVENTS.name())
        ? Principal.COMMENTS
        : Principal.AGGREGATION;
  }

  /** Says that the topology has folded all comment events that stand in the log now. */
  void commitAsFolded() throws Exception {
    Map<TopicPartition, OffsetAndMetadata> folded = new HashMap<>();
    read(TopicCatalogue.COMMENT_EVENTS)
        .forEach(
            record ->
                folded.put(
                    new TopicPartition(record.topic(), record.partition()),
                    new OffsetAndMetadata(record.offset() + 1)));
    try (Admin admin = admin()) {
      admin.alterConsumerGroupOffsets(TopicCatalogue.COMPILATION_APPLICATION, folded).all().get();
    }
  }

  /** Runs the topology until it has folded all that stands in the log, and stops it. */
  void fold(SchemaIds ids) {
    try (KafkaStreams streams = streams(ids)) {
      streams.start();
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  isRead(TopicCatalogue.COMMENT_EVENTS)
                      && isRead(TopicCatalogue.TALLY_CHANGE_REPARTITION));
      streams.close(
          CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
              .withTimeout(PATIENCE));
    }
  }

  /** Runs the topology until it gives up, and tells why. */
  Throwable failure(SchemaIds ids) {
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    try (KafkaStreams streams = streams(ids)) {
      streams.setUncaughtExceptionHandler(
          failure -> {
            failures.add(failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
          });
      streams.start();
      await().atMost(PATIENCE).until(() -> streams.state() == KafkaStreams.State.ERROR);
    }
    return failures.getFirst();
  }

  private KafkaStreams streams(SchemaIds ids) {
    var builder = new StreamsBuilder();
    new CompilationTopology(FoldRuntime.serdes(ids)).addTo(builder);
    var settings = new Properties();
    settings.putAll(FoldRuntime.settings(access(), state, (short) 1));
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    return new KafkaStreams(builder.build(settings), settings);
  }

  private boolean isRead(Topic topic) throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> next = new HashMap<>();
    read(topic)
        .forEach(
            record ->
                next.put(
                    new TopicPartition(record.topic(), record.partition()), record.offset() + 1));
    try (Admin admin = admin()) {
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin
              .listConsumerGroupOffsets(TopicCatalogue.COMPILATION_APPLICATION)
              .partitionsToOffsetAndMetadata()
              .get();
      return next.entrySet().stream()
          .allMatch(
              entry ->
                  Optional.ofNullable(committed.get(entry.getKey()))
                      .filter(offset -> offset.offset() >= entry.getValue())
                      .isPresent());
    }
  }

  /** The committed records of a topic, partition by partition. */
  List<LogRecord> records(Topic topic) {
    return read(topic).stream()
        .map(
            record ->
                new LogRecord(record.topic(), record.partition(), record.key(), record.value()))
        .toList();
  }

  private List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
    Principal reader =
        topic.equals(TopicCatalogue.RECOMMENDATION_TALLIES)
            ? Principal.SECRETARIAT
            : Principal.AGGREGATION;
    Map<String, Object> settings = new HashMap<>(broker.access(reader).clientSettings());
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, topic.partitions())
              .mapToObj(p -> new TopicPartition(topic.name(), p))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
      while (end.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  private Admin admin() {
    return Admin.create(access().clientSettings());
  }

  private BrokerAccess access() {
    return broker.access(Principal.AGGREGATION);
  }

  @Override
  public void close() {
    broker.close();
  }
}
