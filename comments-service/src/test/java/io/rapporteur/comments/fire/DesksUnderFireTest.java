package io.rapporteur.comments.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.comments.CommentsApplication;
import io.rapporteur.comments.fire.Delegation.Acknowledged;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.ConsultationOpened;
import io.rapporteur.events.ParticipantClass;
import io.rapporteur.events.ParticipantEvent;
import io.rapporteur.events.ParticipantName;
import io.rapporteur.events.ParticipantRecorded;
import io.rapporteur.events.VisibilityPolicy;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.revision.RevisionRule;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.AvroDeserializer;
import io.rapporteur.schemas.wire.SchemaIds;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances of the desk and 100 clients with random retries, revisions and withdrawals, while
 * the instances and the broker are killed and started again. Afterwards the log is the judge.
 */
class DesksUnderFireTest {

  private static final int CLIENTS = 100;
  private static final int ACTS = 20_000;
  private static final Duration BETWEEN_KILLS = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void loseNothingThatTheyAcknowledgedAndDoNothingTwice() throws Exception {
    int brokerPort = Part.freePort();
    List<Integer> ports = List.of(Part.freePort(), Part.freePort());
    try (var issuer = new Issuer();
        Part broker = Part.broker(folder, brokerPort)) {
      broker.awaitReady();
      BrokerAccess ingest = access(Principal.INGEST, brokerPort);
      open(ingest);
      try (Part one = desk("one", ports.get(0), brokerPort, issuer);
          Part two = desk("two", ports.get(1), brokerPort, issuer)) {
        one.awaitReady();
        two.awaitReady();
        List<Delegation> delegations = new ArrayList<>();
        for (String code : codes()) {
          delegations.add(new Delegation(code, issuer.token(code), ports));
        }

        run(delegations, List.of(broker, one, two));

        broker.awaitReady();
        one.awaitReady();
        two.awaitReady();
        check(delegations, read(access(Principal.COMMENTS, brokerPort)), ports);
        System.out.printf(
            "kills: broker %d, instance one %d, instance two %d%n",
            broker.kills(), one.kills(), two.kills());
        assertThat(List.of(broker.kills(), one.kills(), two.kills())).allMatch(kills -> kills > 0);
      }
    }
  }

  private static void run(List<Delegation> delegations, List<Part> parts) throws Exception {
    Thread killer = Thread.ofVirtual().start(() -> kill(parts));
    ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    try {
      List<Future<?>> acting = new ArrayList<>();
      for (Delegation delegation : delegations) {
        acting.add(
            clients.submit(
                () -> {
                  while (delegation.acknowledged().size() < ACTS / CLIENTS) {
                    delegation.act();
                  }
                  return delegation;
                }));
      }
      for (Future<?> each : acting) {
        each.get();
      }
    } finally {
      clients.shutdownNow();
      killer.interrupt();
      killer.join();
    }
  }

  private static void kill(List<Part> parts) {
    var random = new Random(7);
    try {
      for (int n = 0; ; n++) {
        Thread.sleep(BETWEEN_KILLS.toMillis() / 2 + random.nextLong(BETWEEN_KILLS.toMillis()));
        parts.get(n % parts.size()).killAndStartAgain();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void check(
      List<Delegation> delegations, List<CommentEvent> log, List<Integer> ports) throws Exception {
    Map<String, Integer> standing = new HashMap<>();
    Set<Acknowledged> counted = new HashSet<>();
    for (CommentEvent event : log) {
      int current = standing.getOrDefault(event.getComment(), RevisionRule.NOTHING);
      if (RevisionRule.counts(current, event.getRevision())) {
        standing.put(event.getComment(), event.getRevision());
        counted.add(
            new Acknowledged(
                event.getComment(), event.getRevision(), event.getReceipt().getCode()));
      }
    }
    List<Acknowledged> acknowledged =
        delegations.stream().flatMap(each -> each.acknowledged().stream()).toList();
    System.out.printf(
        "acts acknowledged: %d, comments: %d, events in the log: %d, of them void: %d, retries:"
            + " %d%n",
        acknowledged.size(),
        standing.size(),
        log.size(),
        log.size() - counted.size(),
        delegations.stream().mapToLong(Delegation::retries).sum());

    assertThat(acknowledged.size()).isGreaterThanOrEqualTo(ACTS);
    assertThat(acknowledged).doesNotHaveDuplicates();
    assertThat(counted).hasSameSizeAs(acknowledged).containsAll(acknowledged);
    for (Delegation delegation : delegations) {
      String list = "/api/v1/comments?limit=200";
      assertThat(delegation.get(list, ports.get(0)))
          .contains("\"comments\"")
          .isEqualTo(delegation.get(list, ports.get(1)));
    }
  }

  private Part desk(String name, int port, int brokerPort, Issuer issuer) throws Exception {
    Path directory = folder.resolve(name);
    RememberedSchemas.writeTo(directory.resolve("schema-ids"));
    return Part.desk(
        name,
        folder,
        port,
        CommentsApplication.class,
        List.of(
            "--spring.config.name=comments",
            "--rapporteur.access.issuer=" + issuer.name(),
            "--rapporteur.comments.kafka.bootstrap-servers=127.0.0.1:" + brokerPort,
            "--rapporteur.comments.kafka.username=" + Principal.COMMENTS.user(),
            "--rapporteur.comments.kafka.password=" + Principal.COMMENTS.user(),
            "--rapporteur.comments.registry=" + RememberedSchemas.NO_REGISTRY,
            "--rapporteur.limits.account.per-second=100000",
            "--rapporteur.limits.account.burst=100000",
            "--rapporteur.limits.address.per-second=100000",
            "--rapporteur.limits.address.burst=100000",
            "--rapporteur.comments.receipt-key=" + folder.resolve("receipt-key.json"),
            "--rapporteur.comments.directory=" + directory));
  }

  private static BrokerAccess access(Principal principal, int port) {
    return new BrokerAccess(
        "127.0.0.1:" + port, principal.user(), principal.user(), "SASL_PLAINTEXT");
  }

  private static List<String> codes() {
    return IntStream.range(0, CLIENTS).mapToObj("p%03d"::formatted).toList();
  }

  /** Everyone is admitted, and the consultation is open. */
  private void open(BrokerAccess access) throws Exception {
    SchemaIds ids = RememberedSchemas.in(folder.resolve("ingest").resolve("schema-ids"));
    Map<String, ParticipantEvent> cards = new LinkedHashMap<>();
    for (String code : codes()) {
      cards.put(
          code,
          ParticipantEvent.newBuilder()
              .setParticipant(code)
              .setRevision(1)
              .setRequestId("r")
              .setRequestDigest("d")
              .setOccurredAt(Instant.EPOCH)
              .setBy("test")
              .setFact(
                  ParticipantRecorded.newBuilder()
                      .setParticipantClass(ParticipantClass.MEMBER_STATE)
                      .setAdmittedAs("test")
                      .setNames(Map.of("en", new ParticipantName(code, code)))
                      .build())
              .build());
    }
    try (var participants =
            new EventLog<ParticipantEvent>(
                TopicCatalogue.PARTICIPANT_EVENTS,
                access,
                ids,
                Clock.systemUTC(),
                new ClockSkew());
        var consultations =
            new EventLog<ConsultationEvent>(
                TopicCatalogue.CONSULTATION_EVENTS,
                access,
                ids,
                Clock.systemUTC(),
                new ClockSkew())) {
      participants.append(cards);
      consultations.append(
          "k",
          ConsultationEvent.newBuilder()
              .setConsultation("k")
              .setRevision(1)
              .setRequestId("r")
              .setRequestDigest("d")
              .setOccurredAt(Instant.EPOCH)
              .setBy("test")
              .setFact(
                  new ConsultationOpened(
                      Map.of("en", "Under fire"),
                      List.of("doc"),
                      1,
                      Instant.EPOCH,
                      Instant.parse("2999-01-01T00:00:00Z"),
                      "UTC",
                      Map.of(),
                      VisibilityPolicy.SEALED))
              .build());
    }
  }

  /** All that the log holds, each partition in its order. */
  private List<CommentEvent> read(BrokerAccess access) throws Exception {
    SchemaIds ids = RememberedSchemas.in(folder.resolve("judge").resolve("schema-ids"));
    var deserializer = new AvroDeserializer<CommentEvent>(ids, CommentEvent.getClassSchema());
    Map<String, Object> settings = new HashMap<>(access.clientSettings());
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    List<CommentEvent> events = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, TopicCatalogue.COMMENT_EVENTS.partitions())
              .mapToObj(p -> new TopicPartition(TopicCatalogue.COMMENT_EVENTS.name(), p))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(p -> consumer.position(p) < Objects.requireNonNull(ends.get(p)))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          events.add(
              Objects.requireNonNull(deserializer.deserialize(record.topic(), record.value())));
        }
      }
    }
    return events;
  }
}
