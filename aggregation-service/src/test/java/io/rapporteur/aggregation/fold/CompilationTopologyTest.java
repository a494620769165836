package io.rapporteur.aggregation.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.events.Author;
import io.rapporteur.events.CoSponsorJoined;
import io.rapporteur.events.CoSponsorLeft;
import io.rapporteur.events.CommentContent;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.events.CommentKind;
import io.rapporteur.events.CommentRevised;
import io.rapporteur.events.CommentSubmitted;
import io.rapporteur.events.CommentTarget;
import io.rapporteur.events.CommentWithdrawn;
import io.rapporteur.events.LateTextDecided;
import io.rapporteur.events.ParticipantClass;
import io.rapporteur.events.Position;
import io.rapporteur.events.Receipt;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.AvroDeserializer;
import io.rapporteur.schemas.wire.AvroSerializer;
import io.rapporteur.schemas.wire.SchemaIds;
import io.rapporteur.schemas.wire.SchemaRegistry;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.LogPlace;
import io.rapporteur.states.PositionCounts;
import io.rapporteur.states.RecommendationTally;
import io.rapporteur.states.Standing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilationTopologyTest {

  private static final String ITEM = "doc.13.jj";

  @TempDir Path folder;
  private TopologyTestDriver driver = new TopologyTestDriver(new StreamsBuilder().build());
  private TestInputTopic<String, CommentEvent> comments = input(driver, 1);
  private Map<String, RecommendationTally> tallies = new HashMap<>();
  private List<KeyValue<String, CompiledComment>> compiled = new ArrayList<>();

  @BeforeEach
  void build() throws IOException {
    driver.close();
    Path file = folder.resolve("ids");
    List<String> lines = new ArrayList<>();
    TopicCatalogue.all().stream()
        .filter(topic -> topic.value().isPresent())
        .forEach(
            topic ->
                lines.add(
                    topic.subject()
                        + "\t"
                        + (lines.size() + 1)
                        + "\t"
                        + SchemaIds.withoutJavaHints(topic.value().get())));
    Files.write(file, lines);
    var ids = new SchemaIds(new SchemaRegistry(URI.create("http://127.0.0.1:9")), file);
    var builder = new StreamsBuilder();
    new CompilationTopology(FoldRuntime.serdes(ids)).addTo(builder);
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, TopicCatalogue.COMPILATION_APPLICATION);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve("state").toString());
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    driver = new TopologyTestDriver(builder.build(), settings);
    comments = input(driver, ids.idToWrite(TopicCatalogue.COMMENT_EVENTS));
    this.ids = ids;
  }

  private SchemaIds ids =
      new SchemaIds(new SchemaRegistry(URI.create("http://x")), Path.of("none"));

  private static TestInputTopic<String, CommentEvent> input(TopologyTestDriver driver, int id) {
    return driver.createInputTopic(
        TopicCatalogue.COMMENT_EVENTS.name(), new StringSerializer(), new AvroSerializer<>(id));
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void compilesEachCountedRevisionUnderItsOwnKey() {
    submit("c1", 1, Position.SUPPORT, false);
    revise("c1", 2, Position.OBJECT, false);
    withdraw("c1", 3);
    read();

    assertThat(compiled).extracting(record -> record.key).containsExactly("c1/1", "c1/2", "c1/3");
    assertThat(compiled.get(2).value.getStanding()).isEqualTo(Standing.WITHDRAWN);
    assertThat(compiled.get(1).value.getSubmittedAt())
        .isEqualTo(compiled.get(0).value.getReceivedAt());
    assertThat(counts()).isEqualTo(new PositionCounts(0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void leavesNoTraceOfVoidEvents() {
    submit("c1", 1, Position.SUPPORT, false);
    submit("c1", 1, Position.OBJECT, false);
    revise("c1", 3, Position.OBJECT, false);
    revise("c2", 2, Position.OBJECT, false);
    read();

    assertThat(compiled).extracting(record -> record.key).containsExactly("c1/1");
    assertThat(counts()).isEqualTo(new PositionCounts(1, 1, 0, 0, 0, 0, 0));
  }

  @Test
  void countsAPositionThatWasNotStatedAsNotStated() {
    submit("c1", 1, null, false);
    read();

    assertThat(counts()).isEqualTo(new PositionCounts(1, 0, 0, 0, 0, 0, 1));
  }

  @Test
  void passesOnWhatCameLateWithoutCountingIt() {
    submit("c1", 1, Position.SUPPORT, false);
    revise("c1", 2, Position.OBJECT, true);
    submit("c2", 1, Position.OBJECT, true);
    read();

    assertThat(compiled).extracting(record -> record.key).containsExactly("c1/1", "c1/2", "c2/1");
    assertThat(counts()).isEqualTo(new PositionCounts(1, 1, 0, 0, 0, 0, 0));
  }

  @Test
  void countsALateTextOnceItIsAccepted() {
    submit("c1", 1, Position.SUPPORT, false);
    revise("c1", 2, Position.OBJECT, true);
    comments.pipeInput("c1", event("c1", 3, false, new LateTextDecided(2, true, "note")));
    submit("c2", 1, Position.OBJECT, true);
    comments.pipeInput("c2", event("c2", 2, false, new LateTextDecided(1, false, "note")));
    read();

    assertThat(compiled)
        .extracting(record -> record.value.getText())
        .containsExactly(1, 1, 2, 0, 0);
    assertThat(compiled)
        .extracting(record -> record.value.getWaiting())
        .containsExactly(0, 2, 0, 1, 0);
    assertThat(counts()).isEqualTo(new PositionCounts(1, 0, 0, 0, 1, 0, 0));
  }

  @Test
  void countsAJointCommentOnceAndTheTextThatAllOfThemJoined() {
    var chile = new Author("cl", ParticipantClass.MEMBER_STATE, null, null);
    comments.pipeInput(
        "c1",
        event("c1", 1, false, new CommentSubmitted(content(Position.SUPPORT), List.of(chile))));
    comments.pipeInput("c1", event("c1", 2, false, new CoSponsorJoined(chile, 1)));
    revise("c1", 3, Position.OBJECT, false);
    read();
    assertThat(compiled.getLast().value.getText()).isEqualTo(1);
    assertThat(compiled.getLast().value.getCoSponsors()).containsExactly(chile);
    assertThat(counts()).isEqualTo(new PositionCounts(1, 1, 0, 0, 0, 0, 0));

    comments.pipeInput("c1", event("c1", 4, false, new CoSponsorJoined(chile, 3)));
    comments.pipeInput("c1", event("c1", 5, false, new CoSponsorLeft("cl", false)));
    read();

    assertThat(compiled).extracting(record -> record.value.getText()).containsExactly(3, 3);
    assertThat(compiled.getLast().value.getCoSponsors()).isEmpty();
    assertThat(counts()).isEqualTo(new PositionCounts(1, 0, 0, 0, 1, 0, 0));
  }

  @Test
  void putsAllRevisionsOfACommentIntoOnePartition() {
    submit("c1", 1, Position.SUPPORT, false);
    revise("c1", 2, Position.SUPPORT, false);
    read();

    assertThat(
            compiled.stream()
                .map(
                    record ->
                        CompilationTopology.BY_COMMENT.partitions(
                            "t", record.key, record.value, 12))
                .distinct())
        .hasSize(1);
  }

  @Test
  void saysWhereEachStandsAmongAllRecordsVoidOnesToo() {
    submit("c1", 1, Position.SUPPORT, false);
    submit("c1", 1, Position.OBJECT, false);
    revise("c1", 2, Position.OBJECT, false);
    submit("c2", 1, Position.OBJECT, false);
    read();

    assertThat(compiled)
        .extracting(record -> record.value.getPlace())
        .containsExactly(place(0, 1), place(2, 2), place(3, 2));
  }

  @Test
  void aVoidRecordThatWasReceivedLaterHoldsUpWhatStandsBehindIt() {
    revise("c1", 9, Position.OBJECT, false);
    submit("c1", 1, Position.SUPPORT, false);
    read();

    assertThat(compiled).extracting(record -> record.value.getPlace()).containsExactly(place(1, 9));
  }

  @Test
  void keepsTheReceiptOfEachActAndWhoseItIs() {
    submit("c1", 1, Position.SUPPORT, false);
    comments.pipeInput(
        "c1",
        event(
            "c1",
            2,
            false,
            new CoSponsorJoined(new Author("br", ParticipantClass.MEMBER_STATE, null, null), 1)));
    comments.pipeInput("c1", event("c1", 3, false, new CoSponsorLeft("br", false)));
    revise("c1", 4, Position.SUPPORT, true);
    comments.pipeInput("c1", event("c1", 5, false, new LateTextDecided(4, false, "note")));
    withdraw("c1", 6);
    read();

    assertThat(compiled)
        .extracting(record -> record.value.getAct())
        .containsExactly("submitted", "joined", "left", "revised", "late-refused", "withdrawn");
    assertThat(compiled)
        .extracting(record -> record.value.getActor())
        .containsExactly("eg", "br", "br", "eg", null, "eg");
    assertThat(compiled)
        .allMatch(record -> record.value.getReceipt().equals(new Receipt("c", "n", "d", "s")));
  }

  private static LogPlace place(long rank, int receivedUpTo) {
    return new LogPlace(0, rank, Instant.ofEpochSecond(receivedUpTo));
  }

  @Test
  void countsWhatAPlainFoldCounts() {
    var random = new Random(5);
    Map<String, Integer> revisions = new HashMap<>();
    Map<String, Position> standing = new HashMap<>();
    for (int n = 0; n < 2_000; n++) {
      String comment = "c" + random.nextInt(60);
      int made = revisions.getOrDefault(comment, 0) + random.nextInt(3) - 1 + 1;
      Position position = Position.values()[random.nextInt(Position.values().length)];
      boolean withdraws = made > 1 && random.nextInt(5) == 0;
      if (withdraws) {
        withdraw(comment, made);
      } else if (made == 1) {
        submit(comment, made, position, false);
      } else {
        revise(comment, made, position, false);
      }
      if (made == revisions.getOrDefault(comment, 0) + 1) {
        revisions.put(comment, made);
        if (withdraws) {
          standing.remove(comment);
        } else {
          standing.put(comment, position);
        }
      }
    }
    read();

    assertThat(compiled).hasSize(revisions.values().stream().mapToInt(r -> r).sum());
    assertThat(counts().getReceived()).isEqualTo(standing.size());
    assertThat(counts().getObject())
        .isEqualTo((int) standing.values().stream().filter(Position.OBJECT::equals).count());
  }

  private PositionCounts counts() {
    return java.util.Objects.requireNonNull(
        java.util.Objects.requireNonNull(tallies.get(ITEM)).getConsultations().get("k"));
  }

  private void read() {
    TestOutputTopic<String, CompiledComment> out =
        driver.createOutputTopic(
            TopicCatalogue.COMPILED_COMMENTS.name(),
            new StringDeserializer(),
            new AvroDeserializer<>(ids, CompiledComment.getClassSchema()));
    compiled = out.readKeyValuesToList();
    TestOutputTopic<String, RecommendationTally> counted =
        driver.createOutputTopic(
            TopicCatalogue.RECOMMENDATION_TALLIES.name(),
            new StringDeserializer(),
            new AvroDeserializer<>(ids, RecommendationTally.getClassSchema()));
    tallies = counted.readKeyValuesToMap();
  }

  private void submit(
      String comment,
      int revision,
      @org.jspecify.annotations.Nullable Position position,
      boolean late) {
    comments.pipeInput(
        comment,
        event(comment, revision, late, new CommentSubmitted(content(position), List.of())));
  }

  private void revise(String comment, int revision, Position position, boolean late) {
    comments.pipeInput(
        comment, event(comment, revision, late, new CommentRevised(content(position), List.of())));
  }

  private void withdraw(String comment, int revision) {
    comments.pipeInput(comment, event(comment, revision, false, new CommentWithdrawn()));
  }

  static CommentContent content(@org.jspecify.annotations.Nullable Position position) {
    return CommentContent.newBuilder()
        .setKind(CommentKind.SUBSTANTIVE)
        .setPosition(position)
        .setText("text")
        .setLanguage("en")
        .setTranslations(List.of())
        .build();
  }

  static CommentEvent event(String comment, int revision, boolean late, Object fact) {
    return CommentEvent.newBuilder()
        .setComment(comment)
        .setRevision(revision)
        .setRequestId("r" + revision)
        .setRequestDigest("d")
        .setReceivedAt(Instant.ofEpochSecond(revision))
        .setBy("eg")
        .setConsultation("k")
        .setRound(1)
        .setLate(late)
        .setAuthor(new Author("eg", ParticipantClass.MEMBER_STATE, null, null))
        .setTarget(new CommentTarget("doc", "doc.13", ITEM, 1, null, null))
        .setReceipt(new Receipt("c", "n", "d", "s"))
        .setFact(fact)
        .build();
  }
}
