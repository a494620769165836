package io.rapporteur.standalone;

import io.rapporteur.schemas.log.BrokerAccess;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The broker as one of its users finds it: what it is told of, and every byte that it may read. */
final class KafkaDoor {

  private final Map<String, Object> settings;

  KafkaDoor(BrokerAccess access) {
    settings = new HashMap<>(access.clientSettings());
    settings.put("isolation.level", "read_uncommitted");
  }

  /** Topics whose names it is told. */
  Set<String> topics() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(settings)) {
      return new TreeSet<>(admin.listTopics().names().get());
    }
  }

  /** Those of these topics that it can read, or of which it can learn how long they are. */
  Set<String> ajar(Collection<String> topics) throws ExecutionException, InterruptedException {
    Set<String> ajar = new TreeSet<>();
    try (Admin admin = Admin.create(settings);
        var consumer = consumer()) {
      for (String topic : topics) {
        var first = new TopicPartition(topic, 0);
        try {
          admin.listOffsets(Map.of(first, OffsetSpec.latest())).all().get();
          ajar.add(topic);
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof AuthorizationException)) {
            throw e;
          }
        }
        consumer.assign(List.of(first));
        consumer.seek(first, 0);
        try {
          consumer.poll(Duration.ofSeconds(5));
          ajar.add(topic);
        } catch (AuthorizationException e) {
          // As it should be.
        }
      }
    }
    return ajar;
  }

  /** All keys, values and headers of a topic from its beginning to its end. */
  byte[] everything(String topic) {
    var read = new ByteArrayOutputStream();
    try (var consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(each -> new TopicPartition(topic, each.partition()))
              .collect(Collectors.toList());
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofMillis(200))) {
          write(read, each.key());
          write(read, each.value());
          each.headers().forEach(header -> write(read, header.value()));
        }
      }
    }
    return read.toByteArray();
  }

  private static void write(ByteArrayOutputStream read, byte[] bytes) {
    if (bytes != null) {
      read.writeBytes(bytes);
      read.write('\n');
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
