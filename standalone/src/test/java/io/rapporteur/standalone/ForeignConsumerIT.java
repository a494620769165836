package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.schemas.topics.Principal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/**
 * A ministry's own program: Kafka's consumer, Confluent's registry client, Avro, and nothing of
 * ours.
 */
class ForeignConsumerIT {

  @Test
  void readsCompiledCommentsThroughTheRegistry() throws Exception {
    Product product = RunningProduct.get();
    String text = "for the foreign reader " + UUID.randomUUID();
    product.post("ma", "/api/v1/comments", comment("14.a", text));
    // What an operator hands out: an address, a user, a password.
    var handedOut = product.kafka(Principal.SECRETARIAT);
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", handedOut.bootstrapServers());
    settings.put("security.protocol", "SASL_PLAINTEXT");
    settings.put("sasl.mechanism", "PLAIN");
    settings.put(
        "sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(handedOut.username(), handedOut.password()));
    settings.put("group.id", "secretariat-ministry");
    settings.put("auto.offset.reset", "earliest");
    settings.put("isolation.level", "read_committed");
    var registry = new CachedSchemaRegistryClient(product.registry().toString(), 100);

    List<GenericRecord> read = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of("compiled-comment.state.v1"));
      Instant deadline = Instant.now().plusSeconds(30);
      while (Instant.now().isBefore(deadline)
          && read.stream().noneMatch(record -> text(record).equals(text))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          ByteBuffer bytes = ByteBuffer.wrap(record.value());
          assertThat(bytes.get()).isZero();
          Schema schema =
              new Schema.Parser().parse(registry.getSchemaById(bytes.getInt()).canonicalString());
          read.add(
              new GenericDatumReader<GenericRecord>(schema)
                  .read(
                      null,
                      DecoderFactory.get()
                          .binaryDecoder(record.value(), 5, record.value().length - 5, null)));
          assertThat(record.key()).contains("/");
        }
      }
    }

    assertThat(read).anySatisfy(record -> assertThat(text(record)).isEqualTo(text));
  }

  private static String text(GenericRecord compiled) {
    return compiled.get("content") instanceof GenericRecord content
        ? content.get("text").toString()
        : "";
  }
}
