package io.rapporteur.comments.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.silence.Objection;
import io.rapporteur.comments.silence.Question;
import io.rapporteur.comments.silence.Silence;
import io.rapporteur.comments.silence.SilenceOutcome;
import io.rapporteur.comments.silence.SilenceProcedure;
import io.rapporteur.comments.silence.Step;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Silence procedures on two instances of the desk that share one real log. */
class SilencesOnOneLogTest {

  private static final Instant NOW = Instant.parse("2021-03-01T09:00:00Z");
  private static final Instant CLOSES = NOW.plus(Duration.ofDays(3));

  @TempDir Path folder;

  private CatalogueBroker broker;
  private DeskOnLog first;
  private DeskOnLog second;

  @BeforeEach
  void start() throws IOException {
    broker = CatalogueBroker.start(folder.resolve("broker"));
    BrokerAccess access = broker.access(Principal.COMMENTS);
    first = new DeskOnLog(folder, "first", access);
    second = new DeskOnLog(folder, "second", access);
    first.start();
    second.start();
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
    broker.close();
  }

  @Test
  void ofObjectionsAndAnApprovalAtOnceTheLogPicksOneAndBothInstancesTellTheSame() throws Exception {
    List<String> members = IntStream.range(0, 12).mapToObj(i -> "member-" + i).toList();
    String q = put(members);
    members.forEach(
        member ->
            counted(
                procedure(second)
                    .deliver(
                        act("reached " + member, member),
                        q,
                        new Step.Delivered(member, NOW, Optional.empty()))));

    SilenceProcedure here = procedure(first);
    SilenceProcedure there = procedure(second);
    List<Callable<Object>> acts = new ArrayList<>();
    for (String member : members) {
      for (DeskOnLog desk : List.of(first, second)) {
        SilenceProcedure procedure = desk == first ? here : there;
        acts.add(() -> counted(procedure.object(q, id -> objection(q, id, member))));
      }
    }
    Callable<Object> approval =
        () -> {
          there.conclude(q, CLOSES.plusSeconds(1), CLOSES.plusSeconds(61));
          return "looked";
        };
    acts.add(approval);
    try (ExecutorService together = Executors.newFixedThreadPool(acts.size())) {
      for (Future<Object> each : together.invokeAll(acts)) {
        each.get();
      }
    }

    first.desk().silences().catchUp();
    second.desk().silences().catchUp();
    Silence ofFirst = first.desk().silences().silence(q).orElseThrow();
    Silence ofSecond = second.desk().silences().silence(q).orElseThrow();
    assertThat(ofFirst.revision()).isEqualTo(ofSecond.revision());
    assertThat(ofFirst.ending()).isEqualTo(ofSecond.ending()).isPresent();
    assertThat(first.desk().silences().objections(ofFirst))
        .isEqualTo(second.desk().silences().objections(ofSecond))
        .extracting(Objection::participant)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(members);
  }

  @Test
  void whatTheSecretariatsProgramsReadSaysNotWhoObjected() {
    String q = put(List.of("the-silent-one", "the-objector"));
    counted(procedure(first).object(q, id -> objection(q, id, "the-objector")));

    String read = read(Principal.SECRETARIAT);

    // Once, as one of those who are asked.
    assertThat(read.split("the-objector", -1)).hasSize(2);
    assertThat(read).doesNotContain("because of").doesNotContain("client of");
    assertThat(TopicCatalogue.OBJECTIONS.readers()).containsExactly(Principal.COMMENTS);
  }

  private String put(List<String> members) {
    var question =
        new Question(
            "extended Bureau",
            Map.of("en", "The agenda is approved."),
            Optional.of("UNODC/CCPCJ/EG.4/2021/1"),
            members,
            CLOSES,
            ZoneId.of("Europe/Vienna"),
            Duration.ofHours(24),
            Question.KnownTo.CHAIR);
    return counted(procedure(first).put(act("put", "put"), question)).id();
  }

  private static SilenceProcedure procedure(DeskOnLog desk) {
    return new SilenceProcedure(desk.desk().silences(), () -> UUID.randomUUID().toString());
  }

  private static Act act(String what, String key) {
    return new Act("secretariat", "secretariat", key, NOW, Map.of("act", what));
  }

  private static Objection objection(String question, String id, String member) {
    return new Objection(
        question,
        id,
        member,
        "digest",
        NOW,
        "client of " + member,
        Optional.of("because of " + member),
        Optional.of("en"),
        Optional.empty());
  }

  private static Silence counted(SilenceOutcome outcome) {
    assertThat(outcome).isInstanceOf(SilenceOutcome.Counted.class);
    return ((SilenceOutcome.Counted) outcome).silence();
  }

  private String read(Principal reader) {
    Map<String, Object> settings = new HashMap<>(broker.access(reader).clientSettings());
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    var all = new StringBuilder();
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      String topic = TopicCatalogue.SILENCE_EVENTS.name();
      List<TopicPartition> partitions =
          IntStream.range(0, TopicCatalogue.SILENCE_EVENTS.partitions())
              .mapToObj(i -> new TopicPartition(topic, i))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      int found = 0;
      while (found < 2) {
        for (var each : consumer.poll(Duration.ofSeconds(1))) {
          all.append(new String(each.value(), StandardCharsets.ISO_8859_1));
          found++;
        }
      }
    }
    return all.toString();
  }
}
