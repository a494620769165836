package io.rapporteur.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueBrokerTest {

  @TempDir static Path folder;
  private static CatalogueBroker broker;

  @BeforeAll
  static void start() {
    broker = CatalogueBroker.start(folder.resolve("kafka"));
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void createsEveryTopicOfTheCatalogueAndNoOther() throws Exception {
    try (Admin admin = Admin.create(broker.access(Principal.BROKER).clientSettings())) {
      Set<String> standing = admin.listTopics().names().get();

      assertThat(standing)
          .containsExactlyInAnyOrderElementsOf(
              TopicCatalogue.all().stream().map(Topic::name).toList());
    }
  }

  @Test
  void refusesAWrongPassword() {
    var wrong =
        new BrokerAccess(broker.bootstrapServers(), "secretariat", "guess", "SASL_PLAINTEXT");

    assertThatThrownBy(() -> describe(wrong)).hasCauseInstanceOf(SaslAuthenticationException.class);
  }

  @Test
  void refusesAClientWithoutCredentials() {
    Map<String, Object> none = Map.of("bootstrap.servers", broker.bootstrapServers());

    Admin admin = Admin.create(none);
    try {
      assertThatThrownBy(() -> admin.describeCluster().clusterId().get(3, TimeUnit.SECONDS))
          .isInstanceOf(Exception.class);
    } finally {
      admin.close(Duration.ZERO);
    }
  }

  @Test
  void letsEachPrincipalReadAndWriteWhatTheCatalogueSaysAndNothingElse() throws Exception {
    for (Principal principal : Principal.values()) {
      if (principal == Principal.BROKER) {
        continue;
      }
      try (var consumer = consumer(broker.access(principal));
          var producer = producer(broker.access(principal))) {
        for (Topic topic : TopicCatalogue.all()) {
          boolean reads = topic.readers().contains(principal);
          boolean writes = topic.writer() == principal;

          assertThat(mayRead(consumer, topic))
              .as("%s reads %s", principal, topic.name())
              .isEqualTo(reads);
          if (!writes) {
            assertThat(mayWrite(producer, topic))
                .as("%s writes %s", principal, topic.name())
                .isFalse();
          }
        }
      }
    }
  }

  @Test
  void continuesOnTheSameFolder(@TempDir Path other) throws Exception {
    Topic topic = TopicCatalogue.COMMENT_EVENTS;
    try (CatalogueBroker first = CatalogueBroker.start(other)) {
      try (var producer = producer(first.access(Principal.COMMENTS))) {
        producer.send(record(topic)).get();
      }
    }

    try (CatalogueBroker second = CatalogueBroker.start(other);
        var consumer = consumer(second.access(Principal.SECRETARIAT))) {
      var partitions =
          java.util.stream.IntStream.range(0, topic.partitions())
              .mapToObj(p -> new TopicPartition(topic.name(), p))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);

      assertThat(consumer.poll(Duration.ofSeconds(10)).count()).isEqualTo(1);
    }
  }

  @Test
  void forgetsHowFarTheCompilationHadComeWhileTheBrokerIsStillReadingIt(@TempDir Path other)
      throws Exception {
    String group = TopicCatalogue.COMPILATION_APPLICATION;
    Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    for (int p = 0; p < TopicCatalogue.COMMENT_EVENTS.partitions(); p++) {
      positions.put(
          new TopicPartition(TopicCatalogue.COMMENT_EVENTS.name(), p),
          new OffsetAndMetadata(7, "x".repeat(4_000)));
    }
    try (CatalogueBroker first = CatalogueBroker.start(other);
        Admin admin = Admin.create(first.access(Principal.BROKER).clientSettings())) {
      // So many that the next broker is not done with them when it is asked.
      for (int i = 0; i < 1_500; i++) {
        admin.alterConsumerGroupOffsets(group, positions).all().get();
      }
    }

    try (CatalogueBroker second = CatalogueBroker.start(other);
        Admin admin = Admin.create(second.access(Principal.BROKER).clientSettings())) {
      second.forgetCompilation();

      assertThat(
              admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().keySet())
          .isEmpty();
      // The controller has the topic at once; the broker lists it when it has read of it.
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(admin.listTopics().names().get())
                      .contains(TopicCatalogue.COMPILED_COMMENTS.name()));
    }
  }

  @Test
  void forgetsACompilationThatHasNotBegun(@TempDir Path other) {
    try (CatalogueBroker fresh = CatalogueBroker.start(other)) {
      assertThatCode(fresh::forgetCompilation).doesNotThrowAnyException();
    }
  }

  private static void describe(BrokerAccess access) throws Exception {
    try (Admin admin = Admin.create(access.clientSettings())) {
      admin.describeCluster().clusterId().get(10, TimeUnit.SECONDS);
    }
  }

  private static boolean mayRead(KafkaConsumer<byte[], byte[]> consumer, Topic topic) {
    try {
      var partition = new TopicPartition(topic.name(), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      // A writer may ask for the end of its topic; reading is what the access rules decide.
      consumer.position(partition, Duration.ofSeconds(5));
      consumer.poll(Duration.ofMillis(100));
      return true;
    } catch (AuthorizationException e) {
      return false;
    }
  }

  private static boolean mayWrite(KafkaProducer<byte[], byte[]> producer, Topic topic)
      throws Exception {
    try {
      producer.send(record(topic)).get(10, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException e) {
      assertThat(e).hasCauseInstanceOf(AuthorizationException.class);
      return false;
    }
  }

  private static ProducerRecord<byte[], byte[]> record(Topic topic) {
    byte[] bytes = "x".getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic.name(), bytes, bytes);
  }

  private static KafkaConsumer<byte[], byte[]> consumer(BrokerAccess access) {
    Map<String, Object> settings = new HashMap<>(access.clientSettings());
    settings.put("allow.auto.create.topics", false);
    settings.put("enable.auto.commit", false);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static KafkaProducer<byte[], byte[]> producer(BrokerAccess access) {
    Map<String, Object> settings = new HashMap<>(access.clientSettings());
    // An idempotent producer asks for more than this topic.
    settings.put("enable.idempotence", false);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
