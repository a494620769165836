package io.rapporteur.aggregation.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.fold.FoldOnLog.LogRecord;
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.events.Author;
import io.rapporteur.events.CoSponsorJoined;
import io.rapporteur.events.CoSponsorLeft;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.events.CommentRevised;
import io.rapporteur.events.CommentSubmitted;
import io.rapporteur.events.CommentWithdrawn;
import io.rapporteur.events.LateTextDecided;
import io.rapporteur.events.ParticipantClass;
import io.rapporteur.events.Position;
import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.AvroDeserializer;
import io.rapporteur.schemas.wire.AvroSerializer;
import io.rapporteur.schemas.wire.SchemaIds;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.RecommendationTally;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * This version of the topology meets what an older one left: its state, its results and the rest of
 * the log. {@code src/test/resources/state} has a folder for each application id that was released;
 * at a release of another one, add its folder: {@code ./mvnw -pl aggregation-service -am test
 * -Dtest=UpgradedFoldTest -Drapporteur.state.write=true}.
 */
class UpgradedFoldTest {

  private static final String WRITE = "rapporteur.state.write";
  private static final List<Topic> STATE =
      List.of(
          TopicCatalogue.FOLDED_COMMENT_CHANGELOG,
          TopicCatalogue.PLACE_CHANGELOG,
          TopicCatalogue.TALLY_CHANGELOG);
  private static final List<Topic> RESULTS =
      List.of(TopicCatalogue.COMPILED_COMMENTS, TopicCatalogue.RECOMMENDATION_TALLIES);

  @TempDir Path folder;

  static Stream<String> applications() {
    return KeptState.applications().stream();
  }

  /** What a reader of the state topics ends up with. */
  private record Results(
      Map<String, CompiledComment> compiled, Map<String, RecommendationTally> tallies) {}

  @ParameterizedTest
  @MethodSource("applications")
  void goesOnWhereTheVersionBeforeItStoppedAndComesToWhatAFoldFromScratchComesTo(String application)
      throws Exception {
    var kept = new KeptState(application);
    SchemaIds ids = kept.ids(folder.resolve("ids"));
    Results expected = anew(kept, ids);

    Results results;
    try (var log = new FoldOnLog(folder.resolve("upgraded"))) {
      log.write(kept.records("before"));
      log.write(kept.records("results"));
      if (application.equals(TopicCatalogue.COMPILATION_APPLICATION)) {
        log.write(kept.records("state"));
        log.commitAsFolded();
      }
      List<LogRecord> after = kept.records("after");

      // First what the changelogs give back, then the state that it has on disk itself.
      log.write(after.subList(0, after.size() / 2));
      log.fold(ids);
      log.write(after.subList(after.size() / 2, after.size()));
      log.fold(ids);
      results = results(log, ids);
    }

    assertThat(results.compiled()).isEqualTo(expected.compiled());
    assertThat(results.tallies()).isEqualTo(expected.tallies());
  }

  @Test
  void stopsAtStateThatItCannotReadAndWritesNothing() throws Exception {
    var kept = new KeptState(applications().toList().getLast());
    SchemaIds ids = kept.ids(folder.resolve("ids"));

    try (var log = new FoldOnLog(folder.resolve("unreadable"))) {
      log.write(kept.records("before"));
      log.write(
          kept.records("state").stream()
              .map(
                  record ->
                      new LogRecord(
                          record.topic(),
                          record.partition(),
                          record.key(),
                          "no record of a schema".getBytes(StandardCharsets.UTF_8)))
              .toList());
      log.commitAsFolded();
      Set<Integer> folded =
          kept.records("state").stream()
              .filter(r -> r.topic().equals(TopicCatalogue.FOLDED_COMMENT_CHANGELOG.name()))
              .map(LogRecord::partition)
              .collect(Collectors.toSet());
      // A partition without state may be folded, and rightly, before another one stops the fold.
      log.write(
          kept.records("after").stream().filter(r -> folded.contains(r.partition())).toList());

      assertThat(log.failure(ids)).isNotNull();
      assertThat(log.records(TopicCatalogue.COMPILED_COMMENTS)).isEmpty();
      assertThat(log.records(TopicCatalogue.RECOMMENDATION_TALLIES)).isEmpty();
    }
  }

  @Test
  @EnabledIfSystemProperty(named = WRITE, matches = "true")
  void keepsTheStateOfThisVersion() throws Exception {
    Path file = folder.resolve("ids");
    SchemaIds ids = RememberedSchemas.in(file);
    List<LogRecord> events = events(ids);
    List<LogRecord> before = events.subList(0, events.size() / 2);
    var kept = new KeptState(TopicCatalogue.COMPILATION_APPLICATION);
    try (var log = new FoldOnLog(folder.resolve("written"))) {
      log.write(before);
      log.fold(ids);
      kept.keep("before", before);
      kept.keep("state", records(log, STATE));
      kept.keep("results", records(log, RESULTS));
      kept.keep("after", events.subList(events.size() / 2, events.size()));
    }
    kept.keepIds(
        file,
        Stream.of(Stream.of(TopicCatalogue.COMMENT_EVENTS), STATE.stream(), RESULTS.stream())
            .flatMap(topics -> topics)
            .map(Topic::subject)
            .toList());
  }

  /**
   * What a version under another id comes to: the state and positions of the old one are not there
   * for it, its results are, and its folder on disk is left alone. Nothing is lost or counted
   * twice.
   */
  private Results anew(KeptState kept, SchemaIds ids) throws IOException {
    List<LogRecord> events =
        Stream.of(kept.records("before"), kept.records("after")).flatMap(List::stream).toList();
    try (var log = new FoldOnLog(folder.resolve("anew"))) {
      Path old = Files.createDirectories(log.state().resolve("aggregation-compilation-0/0_0"));
      log.write(kept.records("results"));
      log.write(events);
      log.fold(ids);
      Results results = results(log, ids);

      assertThat(old).exists();
      assertThat(results.compiled().keySet()).isEqualTo(counted(events, ids));
      assertThat(
              results.tallies().values().stream()
                  .flatMap(tally -> tally.getConsultations().values().stream())
                  .mapToInt(counts -> counts.getReceived())
                  .sum())
          .isPositive()
          .isEqualTo(inForce(results.compiled().values()));
      return results;
    }
  }

  /** The keys of the events that count, told by their revisions alone. */
  private static Set<String> counted(List<LogRecord> events, SchemaIds ids) {
    Topic topic = TopicCatalogue.COMMENT_EVENTS;
    var values = new AvroDeserializer<CommentEvent>(ids, topic.value().orElseThrow());
    Map<String, Integer> revisions = new TreeMap<>();
    Set<String> counted = new TreeSet<>();
    for (LogRecord record : events) {
      CommentEvent event = Objects.requireNonNull(values.deserialize(topic.name(), record.value()));
      if (event.getRevision() == revisions.getOrDefault(event.getComment(), 0) + 1) {
        revisions.put(event.getComment(), event.getRevision());
        counted.add(event.getComment() + "/" + event.getRevision());
      }
    }
    return counted;
  }

  /** How many comments have a text in force at their last revision. */
  private static int inForce(Collection<CompiledComment> compiled) {
    Map<String, CompiledComment> last = new TreeMap<>();
    for (CompiledComment each : compiled) {
      last.merge(
          each.getComment(),
          each,
          (one, other) -> one.getRevision() > other.getRevision() ? one : other);
    }
    return (int) last.values().stream().filter(each -> each.getText() != 0).count();
  }

  private static Results results(FoldOnLog log, SchemaIds ids) {
    return new Results(
        last(log, TopicCatalogue.COMPILED_COMMENTS, ids),
        last(log, TopicCatalogue.RECOMMENDATION_TALLIES, ids));
  }

  /** The last value of each key, as a compacted topic has it. */
  private static <T extends SpecificRecord> Map<String, T> last(
      FoldOnLog log, Topic topic, SchemaIds ids) {
    var values = new AvroDeserializer<T>(ids, topic.value().orElseThrow());
    Map<String, T> last = new TreeMap<>();
    for (LogRecord record : log.records(topic)) {
      last.put(
          new String(Objects.requireNonNull(record.key()), StandardCharsets.UTF_8),
          Objects.requireNonNull(values.deserialize(topic.name(), record.value())));
    }
    return last;
  }

  private static List<LogRecord> records(FoldOnLog log, List<Topic> topics) {
    return topics.stream().flatMap(topic -> log.records(topic).stream()).toList();
  }

  /** All that can happen to a comment, void events among them. */
  private static List<LogRecord> events(SchemaIds ids) {
    Topic topic = TopicCatalogue.COMMENT_EVENTS;
    var values = new AvroSerializer<CommentEvent>(ids.idToWrite(topic));
    var random = new Random(2);
    Map<String, Integer> revisions = new TreeMap<>();
    List<LogRecord> records = new ArrayList<>();
    for (int n = 0; n < 120; n++) {
      String comment = "c" + random.nextInt(14);
      int made = revisions.getOrDefault(comment, 0) + (random.nextInt(8) == 0 ? 0 : 1);
      if (made > 0) {
        CommentEvent event =
            CompilationTopologyTest.event(
                comment, made, random.nextInt(6) == 0, fact(made, random));
        byte[] key = comment.getBytes(StandardCharsets.UTF_8);
        records.add(
            new LogRecord(
                topic.name(),
                Utils.toPositive(Utils.murmur2(key)) % topic.partitions(),
                key,
                values.serialize(topic.name(), event)));
        revisions.merge(comment, made, Math::max);
      }
    }
    return records;
  }

  private static Object fact(int made, Random random) {
    var chile = new Author("cl", ParticipantClass.MEMBER_STATE, null, null);
    Position position = Position.values()[random.nextInt(Position.values().length)];
    if (made == 1) {
      return new CommentSubmitted(
          CompilationTopologyTest.content(position),
          random.nextBoolean() ? List.of(chile) : List.of());
    }
    return switch (random.nextInt(7)) {
      case 0 -> new CoSponsorJoined(chile, made - 1);
      case 1 -> new CoSponsorLeft("cl", false);
      case 2 -> new LateTextDecided(made - 1, random.nextBoolean(), "note");
      case 3 -> random.nextInt(3) == 0 ? new CommentWithdrawn() : revised(position);
      default -> revised(position);
    };
  }

  private static CommentRevised revised(Position position) {
    return new CommentRevised(CompilationTopologyTest.content(position), List.of());
  }
}
