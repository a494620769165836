package io.rapporteur.aggregation.fold;

import io.rapporteur.aggregation.fold.CompilationTopology.CompilationSerdes;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.AvroDeserializer;
import io.rapporteur.schemas.wire.AvroSerializer;
import io.rapporteur.schemas.wire.PoisonException;
import io.rapporteur.schemas.wire.SchemaIds;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;

/** How the topology runs: exactly once, under its own credentials, on explicit topics. */
public final class FoldRuntime {

  private FoldRuntime() {}

  /** Settings of Kafka Streams. */
  public static Map<String, Object> settings(BrokerAccess access, Path directory, short replicas) {
    Map<String, Object> settings = new HashMap<>(access.clientSettings());
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, TopicCatalogue.COMPILATION_APPLICATION);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toAbsolutePath().toString());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 50);
    settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) replicas);
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    settings.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, PoisonToDeadLetters.class);
    settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
    // A process that was killed must not hold up its successor for long.
    settings.put(StreamsConfig.consumerPrefix("session.timeout.ms"), 10_000);
    settings.put(StreamsConfig.producerPrefix("transaction.timeout.ms"), 10_000);
    return settings;
  }

  /** Serializers whose schemas stand in the registry. */
  public static CompilationSerdes serdes(SchemaIds ids) {
    Topic comments = TopicCatalogue.COMMENT_EVENTS;
    var events =
        new AvroDeserializer<io.rapporteur.events.CommentEvent>(
            ids, comments.value().orElseThrow());
    return new CompilationSerdes(
        Serdes.serdeFrom(
            (topic, event) -> {
              throw new UnsupportedOperationException("the compilation writes no comment events");
            },
            (topic, bytes) -> {
              if (bytes == null) {
                throw new PoisonException("value: null (expected: an event)");
              }
              return java.util.Objects.requireNonNull(events.deserialize(topic, bytes));
            }),
        serde(ids, TopicCatalogue.COMPILED_COMMENTS),
        serde(ids, TopicCatalogue.FOLDED_COMMENT_CHANGELOG),
        serde(ids, TopicCatalogue.PLACE_CHANGELOG),
        serde(ids, TopicCatalogue.TALLY_CHANGE_REPARTITION),
        serde(ids, TopicCatalogue.RECOMMENDATION_TALLIES));
  }

  private static <T extends SpecificRecord> Serde<T> serde(SchemaIds ids, Topic topic) {
    return Serdes.serdeFrom(
        new AvroSerializer<T>(ids.idToWrite(topic)),
        new AvroDeserializer<T>(ids, topic.value().orElseThrow()));
  }
}
