package io.rapporteur.comments.kafka;

import static io.rapporteur.comments.comment.Contents.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Fact;
import io.rapporteur.comments.comment.FixedConsultations;
import io.rapporteur.comments.comment.HandingIn;
import io.rapporteur.comments.comment.Outcome;
import io.rapporteur.comments.comment.Receipt;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of the desk on one real log. */
class DesksOnOneLogTest {

  private static final Author EGYPT = new Author("eg", "MEMBER_STATE", Optional.of("AFRICAN"));
  private static final Target ITEM =
      new Target(
          Optional.of("doc"), Optional.of("doc.13"), Optional.of("doc.13.jj"), Optional.of(1));
  private static final Consultation OPEN =
      new Consultation(
          "k",
          List.of("doc"),
          1,
          Instant.EPOCH,
          Instant.parse("2999-01-01T00:00:00Z"),
          Map.of(),
          List.of());

  @TempDir Path folder;

  /** One instance: its own view, its own producer, its own receipts. */
  private final class Instance implements AutoCloseable {

    private final DeskOnLog on;
    private final Desk desk;
    private final HandingIn handingIn;

    Instance(String name, BrokerAccess access) throws IOException {
      on = new DeskOnLog(folder, name, access);
      desk = on.desk();
      var codes = new AtomicInteger();
      handingIn =
          new HandingIn(
              desk.comments(),
              new FixedConsultations(OPEN.opensAt(), OPEN.closesAt()),
              (act, comment, revision) ->
                  new Receipt(name + codes.incrementAndGet(), "nonce", "digest", "jws"));
      on.start();
    }

    Outcome submit(String key, String text) {
      return submit(key, text, Instant.EPOCH);
    }

    Outcome submit(String key, String text, Instant receivedAt) {
      return handingIn.submit(act(key, text, receivedAt), OPEN, EGYPT, ITEM, said(text));
    }

    @Override
    public void close() {
      on.close();
    }
  }

  @Test
  void giveOneAnswerToOneKeyWhicheverOfThemIsAsked() throws Exception {
    try (CatalogueBroker broker = CatalogueBroker.start(folder.resolve("kafka"));
        Instance one = new Instance("one", broker.access(Principal.COMMENTS));
        Instance two = new Instance("two", broker.access(Principal.COMMENTS));
        ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Outcome>> first = new ArrayList<>();
      List<Future<Outcome>> second = new ArrayList<>();
      for (int n = 0; n < 100; n++) {
        String key = "key-" + n;
        first.add(threads.submit(() -> one.submit(key, "text")));
        second.add(threads.submit(() -> two.submit(key, "text")));
      }

      for (int n = 0; n < 100; n++) {
        assertThat(counted(first.get(n).get())).isEqualTo(counted(second.get(n).get()));
      }

      Revision submitted = counted(one.submit("race", "text"));
      Future<Outcome> mine =
          threads.submit(
              () -> one.handingIn.revise(act("a", "a"), submitted.comment(), 1, said("a")));
      Future<Outcome> yours =
          threads.submit(
              () -> two.handingIn.revise(act("b", "b"), submitted.comment(), 1, said("b")));
      List<Outcome> outcomes = List.of(mine.get(), yours.get());
      assertThat(outcomes).filteredOn(Outcome.Counted.class::isInstance).hasSize(1);
      assertThat(outcomes).contains(new Outcome.Overtaken(2));
    }
  }

  @Test
  void sayByTheClockOfTheDoorWhetherACommentCameInTimeAndBothBelieveIt() throws Exception {
    Instant closes = OPEN.closesAt();
    try (CatalogueBroker broker = CatalogueBroker.start(folder.resolve("kafka"));
        Instance slow = new Instance("slow", broker.access(Principal.COMMENTS));
        Instance fast = new Instance("fast", broker.access(Principal.COMMENTS))) {
      Revision inTime = counted(slow.submit("in time", "text", closes.plusMillis(999)));
      Revision late = counted(fast.submit("late", "text", closes.plusSeconds(1)));

      assertThat(inTime.late()).isFalse();
      assertThat(late.late()).isTrue();
      fast.desk.comments().catchUp();
      slow.desk.comments().catchUp();
      assertThat(fast.desk.comments().comment(inTime.comment()).orElseThrow().last())
          .isEqualTo(inTime);
      assertThat(slow.desk.comments().comment(late.comment()).orElseThrow().last()).isEqualTo(late);
      assertThat(counted(fast.submit("in time", "text", closes.plusSeconds(60)))).isEqualTo(inTime);
    }
  }

  @Test
  void haltAndSkipNothingWhileNoRegistryTellsASchemaThatIsNew() throws Exception {
    try (CatalogueBroker broker = CatalogueBroker.start(folder.resolve("kafka"))) {
      BrokerAccess access = broker.access(Principal.COMMENTS);
      byte[] event = withdrawnAs(4_711, access);

      try (Instance one = new Instance("one", access)) {
        one.submit("before", "text");
        try (var producer =
            new KafkaProducer<>(
                access.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer())) {
          producer
              .send(
                  new ProducerRecord<>(
                      TopicCatalogue.COMMENT_EVENTS.name(), 0, new byte[] {'c'}, event))
              .get();
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> one.desk.reader().halted().isPresent());
        assertThat(one.desk.reader().ready()).isFalse();
        assertThatThrownBy(() -> one.submit("after", "text"))
            .isInstanceOf(OutcomeUnknownException.class);
      }
    }
  }

  private byte[] withdrawnAs(int schemaId, BrokerAccess access) {
    var event =
        CommentEvents.event(
            new Revision(
                "c",
                1,
                "r",
                "d",
                "eg",
                "k",
                1,
                false,
                Instant.EPOCH,
                Instant.EPOCH,
                EGYPT,
                ITEM,
                Optional.empty(),
                new Fact.Withdrawn(),
                new Receipt("c", "n", "d", "s")));
    byte[] bytes =
        java.util.Objects.requireNonNull(
            new io.rapporteur.schemas.wire.AvroSerializer<CommentEvent>(schemaId)
                .serialize(access.username(), event));
    assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt()).isEqualTo(schemaId);
    return bytes;
  }

  private static Revision counted(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Counted.class);
    return ((Outcome.Counted) outcome).comment().last();
  }

  private static Act act(String key, String text) {
    return act(key, text, Instant.EPOCH);
  }

  private static Act act(String key, String text, Instant receivedAt) {
    return new Act("eg", "eg", key, receivedAt, Map.of("text", text));
  }

  private static Fact.Said said(String text) {
    return new Fact.Said(content(text), List.of());
  }
}
