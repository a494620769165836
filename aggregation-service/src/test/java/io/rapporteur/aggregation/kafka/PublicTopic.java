package io.rapporteur.aggregation.kafka;

import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.AvroDeserializer;
import io.rapporteur.schemas.wire.SchemaIds;
import io.rapporteur.states.PublishedComment;
import io.rapporteur.states.PublishedNotice;
import io.rapporteur.states.PublishedRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Whatever was written into the public topic, in its order.
 *
 * @param keys of the records
 * @param said of each record: a text, the kind of a notice, or that it is a marker
 */
record PublicTopic(List<String> keys, List<String> said) {

  /** Reads it as the public does. */
  static PublicTopic read(CatalogueBroker broker, Path folder) throws IOException {
    Map<String, Object> settings = new HashMap<>(broker.access(Principal.PUBLIC).clientSettings());
    SchemaIds ids = RememberedSchemas.in(folder.resolve("schema-ids"));
    var partition = new TopicPartition(TopicCatalogue.PUBLISHED_COMMENTS.name(), 0);
    var read = new PublicTopic(new ArrayList<>(), new ArrayList<>());
    try (var consumer =
        new KafkaConsumer<>(
            settings,
            new StringDeserializer(),
            new AvroDeserializer<PublishedRecord>(ids, PublishedRecord.getClassSchema()))) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<String, PublishedRecord> record :
            consumer.poll(Duration.ofMillis(200))) {
          read.keys.add(record.key());
          read.said.add(said(record.value()));
        }
      }
    }
    return read;
  }

  private static String said(PublishedRecord record) {
    return switch (record.getEntry()) {
      case PublishedComment comment -> comment.getComment().getContent().getText();
      case PublishedNotice notice -> notice.getKind().name();
      default -> "marker";
    };
  }

  /** What was ever said under a key. */
  List<String> saidOf(String key) {
    List<String> all = new ArrayList<>();
    for (int n = 0; n < keys.size(); n++) {
      if (keys.get(n).equals(key)) {
        all.add(said.get(n));
      }
    }
    return all;
  }

  /** The last that was said under each key. */
  Map<String, String> last() {
    Map<String, String> last = new HashMap<>();
    for (int n = 0; n < keys.size(); n++) {
      last.put(keys.get(n), said.get(n));
    }
    return last;
  }
}
