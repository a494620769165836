package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.CONSULTATION;
import static io.rapporteur.standalone.Product.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class PoisonIT {

  private final Product product = RunningProduct.get();

  @Test
  void isKeptByEachReaderWithItsCauseWhileTheStreamGoesOn() throws Exception {
    Topic topic = TopicCatalogue.COMMENT_EVENTS;
    byte[] poison = ("poison " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    try (var producer =
        new KafkaProducer<>(
            product.kafka(Principal.COMMENTS).clientSettings(),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        producer.send(new ProducerRecord<>(topic.name(), partition, poison, poison)).get();
      }
    }
    String text = "after the poison " + UUID.randomUUID();

    assertThat(product.post("ke", "/api/v1/comments", comment("13.b", text)).status())
        .isEqualTo(201);

    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                product
                    .get("secretariat", "/api/v1/compilations/" + CONSULTATION)
                    .body()
                    .toString()
                    .contains(text));
    for (Principal reader : List.of(Principal.COMMENTS, Principal.AGGREGATION)) {
      List<ConsumerRecord<byte[], byte[]>> letters = letters(topic.deadLetters(reader));
      assertThat(letters).hasSize(topic.partitions());
      assertThat(letters)
          .allSatisfy(
              letter -> {
                assertThat(letter.value()).isEqualTo(poison);
                assertThat(new String(letter.key(), StandardCharsets.UTF_8))
                    .startsWith(topic.name() + "-");
                assertThat(
                        new String(
                            letter.headers().lastHeader("rapporteur-cause").value(),
                            StandardCharsets.UTF_8))
                    .contains("expected:");
              });
    }
    assertThat(product.get("", "/actuator/health").status()).isEqualTo(200);
  }

  private List<ConsumerRecord<byte[], byte[]>> letters(String topic) {
    Map<String, Object> settings = new HashMap<>(product.kafka(Principal.BROKER).clientSettings());
    settings.put("isolation.level", "read_committed");
    var partition = new TopicPartition(topic, 0);
    List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      await()
          .atMost(Duration.ofSeconds(10))
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
                return letters.size() >= TopicCatalogue.COMMENT_EVENTS.partitions();
              });
    }
    return letters;
  }
}
