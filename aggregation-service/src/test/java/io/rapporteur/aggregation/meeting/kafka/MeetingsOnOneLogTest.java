package io.rapporteur.aggregation.meeting.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.aggregation.kafka.CompilationDesk;
import io.rapporteur.aggregation.meeting.Act;
import io.rapporteur.aggregation.meeting.Adopted;
import io.rapporteur.aggregation.meeting.Adopting;
import io.rapporteur.aggregation.meeting.Card;
import io.rapporteur.aggregation.meeting.Conducting;
import io.rapporteur.aggregation.meeting.Decision;
import io.rapporteur.aggregation.meeting.Entry;
import io.rapporteur.aggregation.meeting.Judgement;
import io.rapporteur.aggregation.meeting.Judging;
import io.rapporteur.aggregation.meeting.Kind;
import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.meeting.MeetingOutcome;
import io.rapporteur.aggregation.meeting.Meetings;
import io.rapporteur.aggregation.meeting.Statement;
import io.rapporteur.aggregation.meeting.Stating;
import io.rapporteur.aggregation.meeting.Step;
import io.rapporteur.aggregation.meeting.Wording;
import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.events.DecisionEvent;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.signing.SigningKey;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Meetings on two instances of aggregation that share one real log. */
class MeetingsOnOneLogTest {

  private static final Instant NOW = Instant.parse("2021-04-07T16:00:00Z");
  private static final int ENTRIES = 6;

  @TempDir Path folder;

  private CatalogueBroker broker;
  private Instance first;
  private Instance second;

  /** One instance: its own view, its own producers. */
  private static final class Instance implements AutoCloseable {

    private final EventLog<DecisionEvent> log;
    private final CompilationDesk desk;
    private final Meetings meetings;
    private final Conducting conducting;

    Instance(Path folder, BrokerAccess access) throws IOException {
      SchemaIds ids = RememberedSchemas.in(folder.resolve("schema-ids"));
      Clock clock = Clock.systemUTC();
      log = new EventLog<>(TopicCatalogue.DECISION_EVENTS, access, ids, clock, new ClockSkew());
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
      meetings = desk.meetings(log);
      conducting = new Conducting(meetings);
      desk.start();
      await().atMost(Duration.ofSeconds(30)).until(desk.reader()::ready);
    }

    MeetingOutcome act(String key, Function<Meeting, Judgement> judging) {
      return conducting.act(
          new Act("chair", "chair", "chair", key, NOW, Map.of("key", key)), "c", judging);
    }

    Meeting meeting() {
      assertThat(meetings.catchUp()).isTrue();
      return meetings.meeting("c");
    }

    @Override
    public void close() {
      desk.close();
      log.close();
    }
  }

  @BeforeEach
  void start() throws IOException {
    broker = CatalogueBroker.start(folder.resolve("broker"));
    first = new Instance(folder.resolve("first"), broker.access(Principal.AGGREGATION));
    second = new Instance(folder.resolve("second"), broker.access(Principal.AGGREGATION));
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
    broker.close();
  }

  @Test
  void ofMergesAtTwoInstancesThatWouldMakeACircleTheLogRefusesOne() throws Exception {
    propose();
    List<Callable<MeetingOutcome>> acts = new ArrayList<>();
    for (int i = 1; i <= ENTRIES; i++) {
      // Each into the next, and the last into the first: all of them together are a circle.
      Decision merge = merged(i, i % ENTRIES + 1);
      Instance instance = i % 2 == 0 ? first : second;
      String key = "merge " + i;
      acts.add(
          () -> instance.act(key, Judging.deciding(List.of(merge), NOW, false, Optional.empty())));
    }

    List<MeetingOutcome> outcomes = new ArrayList<>();
    try (ExecutorService together = Executors.newFixedThreadPool(acts.size())) {
      for (Future<MeetingOutcome> each : together.invokeAll(acts)) {
        outcomes.add(each.get());
      }
    }

    assertThat(outcomes).anySatisfy(o -> assertThat(o).isInstanceOf(MeetingOutcome.Faulty.class));
    assertThat(first.meeting().entries())
        .anySatisfy(entry -> assertThat(entry.standing()).isEmpty());
    assertThat(told(first.meeting())).isEqualTo(told(second.meeting()));
    long counted = outcomes.stream().filter(MeetingOutcome.Counted.class::isInstance).count();
    assertThat(first.meeting().revision()).isEqualTo(1 + (int) counted);
  }

  @Test
  void ofTwoChairsWhoDecideOnWhatBothHaveSeenTheLogPicksOne() throws Exception {
    propose();
    int seen = first.meeting().revision();
    List<Callable<MeetingOutcome>> acts = new ArrayList<>();
    for (Instance instance : List.of(first, second)) {
      Kind kind = instance == first ? Kind.AGREED : Kind.NOT_AGREED;
      acts.add(
          () ->
              instance.act(
                  kind.word(),
                  Judging.deciding(
                      List.of(Decision.of("c.entry-1", kind)), NOW, false, Optional.of(seen))));
    }

    List<MeetingOutcome> outcomes = new ArrayList<>();
    try (ExecutorService together = Executors.newFixedThreadPool(acts.size())) {
      for (Future<MeetingOutcome> each : together.invokeAll(acts)) {
        outcomes.add(each.get());
      }
    }

    assertThat(outcomes).hasAtLeastOneElementOfType(MeetingOutcome.Counted.class);
    assertThat(outcomes).hasAtLeastOneElementOfType(MeetingOutcome.Changed.class);
  }

  @Test
  void tellsEveryFactAgainAsItWasAlsoFromTheBeginning() throws IOException {
    propose();
    done(first, "revise", m -> Judging.revising(card("c.entry-1", "revised"), m));
    done(
        first,
        "order",
        m ->
            Judging.ordering(
                List.of(
                    "c.entry-6", "c.entry-5", "c.entry-4", "c.entry-3", "c.entry-2", "c.entry-1"),
                m));
    done(first, "withdraw", m -> Judging.withdrawing("c.entry-6", "doubled", m));
    done(
        first,
        "circulate",
        m -> Judging.circulating(Optional.of("comments by Friday"), Optional.empty(), m));
    var amended =
        new Decision(
            "c.entry-1",
            Kind.AGREED_AS_AMENDED,
            Optional.of(new Wording(Map.of("en", "amended", "fr", "modifié"), "fr")),
            Optional.empty(),
            List.of(),
            Optional.of("a note"));
    var split =
        new Decision(
            "c.entry-2",
            Kind.SPLIT,
            Optional.empty(),
            Optional.empty(),
            List.of(card("", "a"), card("", "b")),
            Optional.empty());
    var floor =
        new Decision(
            "",
            Kind.NEW_FROM_THE_FLOOR,
            Optional.empty(),
            Optional.empty(),
            List.of(card("", "new")),
            Optional.empty());
    done(
        first,
        "decide",
        m ->
            Judging.deciding(
                List.of(
                    amended, split, floor, merged(3, 1), Decision.of("c.entry-4", Kind.DEFERRED)),
                NOW.minusSeconds(60),
                false,
                Optional.of(m)));
    int last = first.meeting().entry("c.entry-4").orElseThrow().decided().orElseThrow().step();
    done(
        first,
        "correct",
        m ->
            Judging.correcting(
                new Step.Corrected(
                    "c.entry-4",
                    last,
                    "misheard",
                    Optional.of(Decision.of("c.entry-4", Kind.NOT_AGREED)),
                    NOW),
                m));
    var statement =
        new Statement(
            0,
            Optional.of("c.entry-1"),
            "eg",
            "member-state",
            Statement.Kind.DISASSOCIATION,
            "said",
            "ar",
            NOW,
            NOW);
    done(first, "state", m -> Stating.stating(new Step.Stated(statement, Optional.empty(), false)));
    int stated = first.meeting().statements().getFirst().id();
    done(
        first,
        "restate",
        m -> Stating.stating(new Step.Stated(statement, Optional.of(stated), false)));
    done(first, "take back", m -> Stating.takingBack(stated, "not upheld"));
    done(
        first,
        "decide the rest",
        m ->
            Judging.deciding(
                List.of(
                    Decision.of("c.entry-5", Kind.DEFERRED),
                    Decision.of("c.entry-7", Kind.DEFERRED),
                    Decision.of("c.entry-8", Kind.AGREED),
                    Decision.of("c.entry-9", Kind.AGREED)),
                NOW,
                false,
                Optional.of(m)));
    done(first, "show", m -> Judging.showing(Optional.empty()));
    done(first, "adopt", m -> Adopting.adopting("en", NOW, m));
    done(first, "follow", m -> Adopting.following("fr", List.of("un", "modifié", "trois"), m));
    done(
        first,
        "correct the list",
        m -> Adopting.correcting(List.of(new Step.CorrectText(3, "fr", "trois!")), "misprint", m));

    assertThat(told(second.meeting())).isEqualTo(told(first.meeting()));
    try (var fresh = new Instance(folder.resolve("fresh"), broker.access(Principal.AGGREGATION))) {
      assertThat(told(fresh.meeting())).isEqualTo(told(first.meeting()));
      assertThat(fresh.meeting().adopted().orElseThrow().items())
          .extracting(item -> item.number() + " " + item.texts().get("en"))
          .containsExactly("1 b", "2 amended", "3 new");
      assertThat(fresh.meeting().adopted().orElseThrow().items().getLast().texts())
          .containsEntry("fr", "trois!");
      assertThat(fresh.meeting().adopted().orElseThrow().corrections())
          .extracting(Adopted.Correction::label)
          .containsExactly("Corr.1");
    }
  }

  private void propose() {
    List<Card> cards = new ArrayList<>();
    for (int i = 1; i <= ENTRIES; i++) {
      cards.add(
          new Card("", new Wording(Map.of("en", "text " + i), "en"), List.of("i" + i), false));
    }
    assertThat(first.act("propose", Judging.proposing(cards)))
        .isInstanceOf(MeetingOutcome.Counted.class);
  }

  private static void done(
      Instance instance, String key, Function<Integer, Function<Meeting, Judgement>> judging) {
    assertThat(instance.act(key, judging.apply(instance.meeting().revision())))
        .as(key)
        .isInstanceOf(MeetingOutcome.Counted.class);
  }

  private static Card card(String entry, String text) {
    return new Card(entry, new Wording(Map.of("en", text), "en"), List.of("item"), true);
  }

  private static Decision merged(int entry, int into) {
    return new Decision(
        "c.entry-" + entry,
        Kind.MERGED,
        Optional.empty(),
        Optional.of("c.entry-" + into),
        List.of(),
        Optional.empty());
  }

  private static String told(Meeting meeting) {
    return meeting.revision()
        + " "
        + meeting.all().stream().map(Entry::toString).toList()
        + meeting.pictures()
        + meeting.statements()
        + meeting.circulation()
        + meeting.adopted();
  }
}
