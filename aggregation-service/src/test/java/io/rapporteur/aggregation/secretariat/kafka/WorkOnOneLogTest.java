package io.rapporteur.aggregation.secretariat.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.aggregation.board.Audience;
import io.rapporteur.aggregation.kafka.CompilationDesk;
import io.rapporteur.aggregation.rolling.Grouping;
import io.rapporteur.aggregation.secretariat.Act;
import io.rapporteur.aggregation.secretariat.Acting;
import io.rapporteur.aggregation.secretariat.Change;
import io.rapporteur.aggregation.secretariat.Disposition;
import io.rapporteur.aggregation.secretariat.Judgement;
import io.rapporteur.aggregation.secretariat.OpeningBoards;
import io.rapporteur.aggregation.secretariat.Outcome;
import io.rapporteur.aggregation.secretariat.Rows;
import io.rapporteur.aggregation.secretariat.Step;
import io.rapporteur.aggregation.secretariat.Subject;
import io.rapporteur.aggregation.secretariat.Treating;
import io.rapporteur.aggregation.secretariat.Work;
import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.events.SecretariatEvent;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.signing.SigningKey;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The work of the secretariat at two instances of aggregation that share one real log. */
class WorkOnOneLogTest {

  private static final Topic TOPIC = TopicCatalogue.SECRETARIAT_EVENTS;
  private static final Instant NOW = Instant.parse("2021-04-07T16:00:00Z");

  @TempDir private static Path folder;

  private static CatalogueBroker broker;
  private static Instance first;
  private static Instance second;

  /** Of each test another. */
  private final String comment = UUID.randomUUID().toString();

  /** One instance: its own view, its own producers. */
  private static final class Instance implements AutoCloseable {

    private final EventLog<SecretariatEvent> log;
    private final CompilationDesk desk;
    private final Rows rows;

    Instance(Path folder, BrokerAccess access) throws IOException {
      SchemaIds ids = RememberedSchemas.in(folder.resolve("schema-ids"));
      Clock clock = Clock.systemUTC();
      log = new EventLog<>(TOPIC, access, ids, clock, new ClockSkew());
      desk =
          new CompilationDesk(
              folder.resolve("view"),
              access,
              ids,
              new EventLog<>(
                  TopicCatalogue.PUBLISHED_COMMENTS, access, ids, clock, new ClockSkew()),
              new EventLog<>(TopicCatalogue.EDITION_EVENTS, access, ids, clock, new ClockSkew()),
              SigningKey.of(folder.resolve("edition-key.json")),
              clock);
      rows = desk.rows(log);
      desk.start();
      await().atMost(Duration.ofSeconds(30)).until(desk.reader()::ready);
    }

    Outcome act(String key, String subject, Function<List<Step>, Judgement> judging) {
      var act = new Act("secretariat", key, NOW, Map.of("key", key));
      return new Acting(rows).act(act, subject, "c", judging);
    }

    Outcome treat(String key, String comment, Optional<Integer> seen, Change... changes) {
      return act(key, comment, Treating.of(1, List.of(changes), seen));
    }

    List<Step> row(String subject) {
      assertThat(rows.catchUp()).isTrue();
      return rows.row(subject);
    }

    @Override
    public void close() {
      desk.close();
      log.close();
    }
  }

  @BeforeAll
  static void start() throws IOException {
    broker = CatalogueBroker.start(folder.resolve("broker"));
    first = new Instance(folder.resolve("first"), broker.access(Principal.AGGREGATION));
    second = new Instance(folder.resolve("second"), broker.access(Principal.AGGREGATION));
  }

  @AfterAll
  static void stop() {
    first.close();
    second.close();
    broker.close();
  }

  @Test
  void tellsEveryFactAgainAsItWasAlsoFromTheBeginning() throws IOException {
    counted(
        first.treat(
            "all",
            comment,
            Optional.empty(),
            new Change.Observed("leading", "fr", Map.of("en", "further")),
            new Change.Disposed(Disposition.CLARIFICATION_NEEDED),
            new Change.Assigned("drafter", Optional.of(LocalDate.of(2021, 4, 9))),
            new Change.Tagged("legal"),
            new Change.Tagged("doubled"),
            new Change.Noted("a note"),
            new Change.Released()));
    counted(
        first.treat(
            "undone",
            comment,
            Optional.of(1),
            new Change.ObservationTakenBack(Optional.of("premature")),
            new Change.DispositionTakenBack(Optional.empty()),
            new Change.Unassigned(),
            new Change.Untagged("doubled"),
            new Change.NoteRemoved(1),
            new Change.ReleaseTakenBack(Optional.of("premature"))));
    counted(
        first.treat(
            "again", comment, Optional.of(2), new Change.Assigned("another", Optional.empty())));
    String board = Subject.board("c");
    counted(
        first.act(
            "open",
            board,
            OpeningBoards.opening(
                Audience.EVERYONE, "decision 3", Optional.of("silence"), Optional.empty())));
    counted(first.act("close", board, OpeningBoards.closing("decision 4", Optional.of(1))));
    String proposals = Subject.proposals("doc.13.a", "en");
    counted(
        first.act(
            "group",
            proposals,
            row -> new Judgement.Done(new Step.Grouped(Grouping.JOINED, List.of("a", "b"), 0.9))));

    try (var fresh = new Instance(folder.resolve("fresh"), broker.access(Principal.AGGREGATION))) {
      for (String subject : List.of(comment, board, proposals)) {
        assertThat(first.row(subject)).isNotEmpty();
        assertThat(second.row(subject)).isEqualTo(first.row(subject));
        assertThat(fresh.row(subject)).isEqualTo(first.row(subject));
      }
    }
    assertThat(first.row(comment)).hasSize(3);
    assertThat(Work.of(first.row(comment)).tags()).containsExactly("legal");
  }

  @Test
  void ofTwoWhoReplaceWhatBothHaveSeenTheLogPicksOne() throws Exception {
    counted(
        first.treat("before", comment, Optional.empty(), new Change.Disposed(Disposition.NOTED)));
    assertThat(second.row(comment)).hasSize(1);
    List<Callable<Outcome>> acts = new ArrayList<>();
    acts.add(
        () -> first.treat("a", comment, Optional.of(1), new Change.Disposed(Disposition.ACCEPTED)));
    acts.add(
        () ->
            second.treat(
                "b", comment, Optional.of(1), new Change.Disposed(Disposition.NOT_ACCEPTED)));

    List<Outcome> outcomes = new ArrayList<>();
    try (ExecutorService together = Executors.newFixedThreadPool(acts.size())) {
      for (Future<Outcome> each : together.invokeAll(acts)) {
        outcomes.add(each.get());
      }
    }

    assertThat(outcomes)
        .hasAtLeastOneElementOfType(Outcome.Counted.class)
        .hasAtLeastOneElementOfType(Outcome.Changed.class);
    assertThat(first.row(comment)).hasSize(2).isEqualTo(second.row(comment));
  }

  @Test
  void keepsVoidStepsOutOfTheRowAndPoisonAsDeadLettersWhileTheReadingGoesOn() throws Exception {
    counted(first.treat("one", comment, Optional.empty(), new Change.Noted("one")));
    Step counted = first.row(comment).getFirst();
    // The same revision again, one that skips, and one before the first.
    for (int number : List.of(1, 3, 0)) {
      first.rows.append(
          new Step(
              comment,
              "c",
              number,
              "another",
              "digest",
              NOW,
              "another",
              new Step.Treated(1, List.of(new Change.Noted("void")))));
    }
    byte[] poison = "poison".getBytes(StandardCharsets.UTF_8);
    try (var producer =
        new KafkaProducer<>(
            broker.access(Principal.AGGREGATION).clientSettings(),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int partition = 0; partition < TOPIC.partitions(); partition++) {
        producer.send(new ProducerRecord<>(TOPIC.name(), partition, poison, poison)).get();
      }
    }

    counted(first.treat("two", comment, Optional.empty(), new Change.Noted("two")));

    for (Instance instance : List.of(first, second)) {
      assertThat(Work.of(instance.row(comment)).notes())
          .extracting(Work.Note::text)
          .containsExactly("one", "two");
      assertThat(instance.row(comment).getFirst()).isEqualTo(counted);
      assertThat(instance.desk.reader().halted()).isEmpty();
    }
    assertThat(letters()).hasSizeGreaterThanOrEqualTo(TOPIC.partitions()).containsOnly("poison");
  }

  private List<String> letters() {
    Map<String, Object> settings = new HashMap<>(broker.access(Principal.BROKER).clientSettings());
    var partition = new TopicPartition(TOPIC.deadLetters(Principal.AGGREGATION), 0);
    List<String> letters = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      await()
          .atMost(Duration.ofSeconds(10))
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(100))
                    .forEach(
                        letter -> letters.add(new String(letter.value(), StandardCharsets.UTF_8)));
                return letters.size() >= TOPIC.partitions();
              });
    }
    return letters;
  }

  private static void counted(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Counted.class);
  }
}
