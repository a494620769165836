package io.rapporteur.comments.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Content;
import io.rapporteur.comments.comment.Fact;
import io.rapporteur.comments.comment.Kind;
import io.rapporteur.comments.comment.Position;
import io.rapporteur.comments.comment.Receipt;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.feed.Detail;
import io.rapporteur.comments.feed.Entry;
import io.rapporteur.comments.feed.FeedEntry;
import io.rapporteur.comments.feed.Following;
import io.rapporteur.comments.feed.http.EntryViews;
import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.ConsultationOpened;
import io.rapporteur.events.DeadlineExtended;
import io.rapporteur.events.DecisionEvent;
import io.rapporteur.events.DecisionKind;
import io.rapporteur.events.DecisionsShown;
import io.rapporteur.events.DraftCirculated;
import io.rapporteur.events.EntriesDecided;
import io.rapporteur.events.EntriesProposed;
import io.rapporteur.events.EntryDecision;
import io.rapporteur.events.ListAdopted;
import io.rapporteur.events.SightGranted;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds of several participants, read on instances of the desk that share one real log. */
class FeedsOnOneLogTest {

  private static final List<String> CODES = List.of("eg", "br", "cl", "ng");
  private static final Instant NOW = Instant.parse("2021-02-01T12:00:00Z");

  @TempDir Path folder;
  private CatalogueBroker broker;
  private BrokerAccess access;
  private DeskOnLog one;
  private EventLog<ConsultationEvent> agenda;
  private final Map<String, Integer> revisions = new HashMap<>();

  /** By comment, its author and everyone who was ever asked to join it. */
  private final Map<String, Set<String>> parties = new LinkedHashMap<>();

  @BeforeEach
  void start() throws Exception {
    broker = CatalogueBroker.start(folder.resolve("kafka"));
    access = broker.access(Principal.COMMENTS);
    one = new DeskOnLog(folder, "one", access);
    one.start();
    agenda =
        new EventLog<>(
            TopicCatalogue.CONSULTATION_EVENTS,
            broker.access(Principal.INGEST),
            RememberedSchemas.in(folder.resolve("agenda-ids")),
            Clock.systemUTC(),
            new ClockSkew());
  }

  @AfterEach
  void stop() {
    agenda.close();
    one.close();
    broker.close();
  }

  @Test
  void areTheSamePageByPageOnAnInstanceThatReadTheLogLaterAndAfterARebuild() throws Exception {
    var random = new SplittableRandom(7);
    Map<String, List<FeedEntry>> live = new HashMap<>();
    Map<String, Optional<String>> cursors = new HashMap<>();
    CODES.forEach(code -> live.put(code, new ArrayList<>()));
    for (int n = 0; n < 400; n++) {
      act(random, n);
      if (random.nextInt(10) == 0) {
        String code = CODES.get(random.nextInt(CODES.size()));
        var page =
            page(one, code, cursors.getOrDefault(code, Optional.empty()), 1 + random.nextInt(9));
        live.computeIfAbsent(code, c -> new ArrayList<>()).addAll(page.entries());
        cursors.put(code, Optional.of(page.cursor()));
      }
    }
    assertThat(one.desk().feeds().catchUp()).isTrue();

    try (DeskOnLog two = new DeskOnLog(folder, "two", access)) {
      two.start();
      for (String code : CODES) {
        Optional<String> cursor = Optional.empty();
        List<FeedEntry> all = new ArrayList<>();
        boolean more = true;
        while (more) {
          int limit = 1 + random.nextInt(50);
          var page = page(two, code, cursor, limit);
          assertThat(page).isEqualTo(page(one, code, cursor, limit));
          all.addAll(page.entries());
          cursor = Optional.of(page.cursor());
          more = page.more();
        }
        // Who followed while it happened goes on on the other instance, and has all of it once.
        List<FeedEntry> followed = live.getOrDefault(code, new ArrayList<>());
        var rest = page(two, code, cursors.getOrDefault(code, Optional.empty()), 1_000);
        followed.addAll(rest.entries());
        assertThat(rest.more()).isFalse();
        assertThat(followed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
        assertThat(rest.cursor()).isEqualTo(cursor.orElseThrow());
        assertThat(all).hasSizeGreaterThan(50).allSatisfy(entry -> concerns(code, entry.entry()));
      }
    }
  }

  @Test
  void tellNothingOfVoidEventsNorOfSight() {
    String comment = handIn("eg", List.of());
    append("eg", comment, 1, new Fact.Withdrawn());
    append("eg", comment, 3, new Fact.Withdrawn());
    opened("k", 1);
    opened("k", 1);
    consultation("k", 2, new SightGranted("chair", null, "note"));

    assertThat(one.desk().feeds().catchUp()).isTrue();
    assertThat(kinds("eg")).containsExactly("comment-submitted", "consultation-opened");
    assertThat(kinds("br")).containsExactly("consultation-opened");
  }

  @Test
  void tellAnExtensionForOneToThatOneInTheOrderOfItsConsultation() {
    opened("k", 1);
    consultation("k", 2, new DeadlineExtended(null, NOW, "all"));
    consultation("k", 3, new DeadlineExtended("eg", NOW, "one"));
    consultation("k", 4, new DeadlineExtended(null, NOW, "all again"));
    assertThat(one.desk().feeds().catchUp()).isTrue();

    assertThat(page(one, "eg", Optional.empty(), 10).entries())
        .extracting(FeedEntry::entry)
        .extracting(entry -> entry.details().getOrDefault(Detail.PARTICIPANT, "all"))
        .containsExactly("all", "all", "eg", "all");
    assertThat(kinds("br")).hasSize(3);
  }

  @Test
  void tellEachVersionOfADraftAndTheAdoptedListAndNothingElseOfAMeeting() throws Exception {
    opened("k", 1);
    try (var meetings =
        new EventLog<DecisionEvent>(
            TopicCatalogue.DECISION_EVENTS,
            broker.access(Principal.AGGREGATION),
            RememberedSchemas.in(folder.resolve("meeting-ids")),
            Clock.systemUTC(),
            new ClockSkew())) {
      var agreed =
          EntryDecision.newBuilder().setEntry("k.entry-1").setKind(DecisionKind.AGREED).build();
      meeting(meetings, 1, new EntriesProposed(List.of()));
      meeting(meetings, 2, new DraftCirculated(1, "a note", null, List.of()));
      meeting(meetings, 2, new DraftCirculated(7, "void", null, List.of()));
      meeting(meetings, 3, new EntriesDecided(List.of(agreed), NOW, false));
      meeting(meetings, 4, new EntriesDecided(List.of(agreed), NOW, true));
      meeting(meetings, 5, new DecisionsShown(List.of("k.entry-1"), false));
      meeting(meetings, 6, new DraftCirculated(2, null, NOW.plusSeconds(60), List.of()));
      meeting(meetings, 7, new ListAdopted("fr", NOW));
    }
    assertThat(one.desk().feeds().catchUp()).isTrue();

    for (String code : CODES) {
      assertThat(page(one, code, Optional.empty(), 10).entries())
          .extracting(FeedEntry::entry)
          .filteredOn(entry -> entry.kind() != io.rapporteur.comments.feed.Kind.CONSULTATION_OPENED)
          .extracting(
              entry -> entry.kind().word() + " " + entry.about() + " " + entry.details().values())
          .containsExactly(
              "draft-circulated k [1]",
              "draft-circulated k [2, 2021-02-01T12:01:00Z]",
              "list-adopted k [fr]");
    }
    assertThat(
            new EntryViews(one.desk().feeds()).of(page(one, "eg", Optional.empty(), 10).entries()))
        .extracting(view -> view.get("href"))
        .contains("/api/v1/entries?consultation=k", "/api/v1/adopted/k");
  }

  private static void meeting(EventLog<DecisionEvent> log, int revision, Object fact) {
    log.append(
        "k",
        new DecisionEvent(
            "k", revision, "r", "d", NOW.plusSeconds(10 + revision), "the-chair", "chair", fact));
  }

  @Test
  void goOnFromTheSameCursorOnARestoredLogWhoseOffsetsAreOthers() throws Exception {
    abortATransactionInEveryPartition();
    var random = new SplittableRandom(11);
    for (int n = 0; n < 150; n++) {
      act(random, n);
    }
    assertThat(one.desk().feeds().catchUp()).isTrue();

    try (CatalogueBroker restored = CatalogueBroker.start(folder.resolve("restored"))) {
      restore(restored);
      BrokerAccess there = restored.access(Principal.COMMENTS);
      try (DeskOnLog after = new DeskOnLog(folder, "after", there)) {
        after.start();
        for (String code : CODES) {
          var first = page(one, code, Optional.empty(), 10);
          assertThat(first.more()).isTrue();
          assertThat(page(after, code, Optional.of(first.cursor()), 1_000))
              .isEqualTo(page(one, code, Optional.of(first.cursor()), 1_000));
        }
      }
    }
  }

  private void abortATransactionInEveryPartition() {
    Map<String, Object> settings = new HashMap<>(access.clientSettings());
    settings.put("transactional.id", "comments-aborted");
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      for (int p = 0; p < TopicCatalogue.COMMENT_EVENTS.partitions(); p++) {
        producer.send(
            new ProducerRecord<>(
                TopicCatalogue.COMMENT_EVENTS.name(), p, new byte[] {0}, new byte[] {0}));
      }
      producer.abortTransaction();
    }
  }

  /** What was committed, in the order of each partition. */
  private void restore(CatalogueBroker restored) throws Exception {
    for (Topic topic : List.of(TopicCatalogue.COMMENT_EVENTS, TopicCatalogue.CONSULTATION_EVENTS)) {
      Map<String, Object> from = new HashMap<>(access.clientSettings());
      from.put("isolation.level", "read_committed");
      BrokerAccess writer = restored.access(topic.writer());
      try (var reader =
              new KafkaConsumer<>(from, new ByteArrayDeserializer(), new ByteArrayDeserializer());
          var copy =
              new KafkaProducer<>(
                  writer.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer())) {
        List<TopicPartition> partitions =
            IntStream.range(0, topic.partitions())
                .mapToObj(p -> new TopicPartition(topic.name(), p))
                .toList();
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        Map<TopicPartition, Long> end = reader.endOffsets(partitions);
        while (partitions.stream().anyMatch(p -> reader.position(p) < end.getOrDefault(p, 0L))) {
          for (ConsumerRecord<byte[], byte[]> each : reader.poll(Duration.ofMillis(100))) {
            copy.send(
                    new ProducerRecord<>(each.topic(), each.partition(), each.key(), each.value()))
                .get();
          }
        }
      }
    }
  }

  private void concerns(String code, Entry entry) {
    switch (entry.kind().subject()) {
      case COMMENT -> assertThat(parties.get(entry.about())).contains(code);
      default -> assertThat(entry.details().getOrDefault(Detail.PARTICIPANT, code)).isEqualTo(code);
    }
  }

  /** Something that can happen, void events included. */
  private void act(SplittableRandom random, int n) {
    String who = CODES.get(random.nextInt(CODES.size()));
    String other = CODES.get((CODES.indexOf(who) + 1) % CODES.size());
    int kind = random.nextInt(10);
    if (kind < 3 || parties.isEmpty()) {
      handIn(who, random.nextBoolean() ? List.of(other) : List.of());
    } else if (kind < 9) {
      String comment = List.copyOf(parties.keySet()).get(random.nextInt(parties.size()));
      String author = comment.substring(0, 2);
      Author coSponsor = author(CODES.get((CODES.indexOf(author) + 1 + random.nextInt(3)) % 4));
      Fact fact =
          switch (kind) {
            case 3, 4 -> said(List.of());
            case 5 -> new Fact.Invited(coSponsor);
            case 6 -> new Fact.Joined(coSponsor, 1);
            case 7 -> new Fact.Left(coSponsor.participant(), random.nextBoolean());
            default -> new Fact.LateDecided(1, random.nextBoolean(), "note");
          };
      int next = revisions.getOrDefault(comment, 0) + 1;
      boolean counts = random.nextInt(5) > 0;
      append(author, comment, counts ? next : next + 1, fact);
      if (counts) {
        revisions.put(comment, next);
        if (!(fact instanceof Fact.Said)) {
          parties.getOrDefault(comment, Set.of()).add(coSponsor.participant());
        }
      }
    } else {
      String k = "k" + random.nextInt(3);
      int next = revisions.merge(k, 1, Integer::sum);
      if (next == 1) {
        opened(k, 1);
      } else {
        consultation(
            k, next, new DeadlineExtended(random.nextBoolean() ? who : null, NOW, "n" + n));
      }
    }
  }

  private String handIn(String who, List<String> invited) {
    String comment = who + "-" + parties.size();
    Set<String> of = new TreeSet<>(invited);
    of.add(who);
    parties.put(comment, of);
    revisions.put(comment, 1);
    append(who, comment, 1, said(invited.stream().map(FeedsOnOneLogTest::author).toList()));
    return comment;
  }

  private void append(String author, String comment, int revision, Fact fact) {
    Instant at = NOW.plusSeconds(revisions.size() % 7);
    one.desk()
        .comments()
        .append(
            new Revision(
                comment,
                revision,
                "r",
                "d",
                author,
                "k",
                1,
                false,
                at,
                at,
                author(author),
                new Target(
                    Optional.of("doc"), Optional.empty(), Optional.of("doc.1.a"), Optional.of(1)),
                Optional.empty(),
                fact,
                new Receipt("c", "n", "d", "s")));
  }

  private void opened(String k, int revision) {
    consultation(
        k,
        revision,
        ConsultationOpened.newBuilder()
            .setTitles(Map.of("en", "t"))
            .setDocuments(List.of("doc"))
            .setRound(1)
            .setOpensAt(NOW)
            .setClosesAt(NOW)
            .setZone("UTC")
            .build());
  }

  private void consultation(String k, int revision, Object fact) {
    agenda.append(
        k, new ConsultationEvent(k, revision, "r", "d", NOW.plusSeconds(1), "secretariat", fact));
  }

  private List<String> kinds(String code) {
    return page(one, code, Optional.empty(), 100).entries().stream()
        .map(entry -> entry.entry().kind().word())
        .toList();
  }

  private static Following.Page page(
      DeskOnLog instance, String code, Optional<String> cursor, int limit) {
    Following.Outcome outcome = new Following(instance.desk().feeds()).after(code, cursor, limit);
    assertThat(outcome).isInstanceOf(Following.Page.class);
    return (Following.Page) outcome;
  }

  private static Fact.Said said(List<Author> invited) {
    return new Fact.Said(
        new Content(
            Kind.SUBSTANTIVE,
            Position.NOT_STATED,
            "text",
            "en",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        invited);
  }

  private static Author author(String code) {
    return new Author(code, "MEMBER_STATE", Optional.empty());
  }
}
