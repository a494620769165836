package io.rapporteur.aggregation.kafka;

import static io.rapporteur.aggregation.kafka.SharedLog.CONSULTATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Digest;
import io.rapporteur.aggregation.compilation.Leaf;
import io.rapporteur.aggregation.compilation.Manifest;
import io.rapporteur.aggregation.compilation.Notice;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.aggregation.receipts.MerkleTree;
import io.rapporteur.aggregation.redaction.Passage;
import io.rapporteur.aggregation.redaction.Redacting;
import io.rapporteur.aggregation.redaction.RedactionLines;
import io.rapporteur.aggregation.redaction.RedactionOutcome;
import io.rapporteur.aggregation.redaction.RedactionRequest;
import io.rapporteur.aggregation.redaction.RedactionStep;
import io.rapporteur.aggregation.search.Reader;
import io.rapporteur.aggregation.search.Searches;
import io.rapporteur.aggregation.search.lucene.LuceneIndex;
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.events.CommentRedacted;
import io.rapporteur.events.RedactedField;
import io.rapporteur.events.RedactedStretch;
import io.rapporteur.events.RedactionReason;
import io.rapporteur.events.SecretariatEvent;
import io.rapporteur.events.VisibilityPolicy;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the public reads, on two instances of aggregation that share one real log. */
class RedactionOnOneLogTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  private SharedLog log;
  private Instance first;
  private Instance second;

  /** One instance: its own view, its own producers. */
  static final class Instance implements AutoCloseable {

    private final EventLog<SecretariatEvent> work;
    private final CompilationDesk desk;
    private final Compilations compilations;
    private final RedactionLines lines;

    Instance(Path folder, BrokerAccess access) throws IOException {
      SchemaIds ids = RememberedSchemas.in(folder.resolve("schema-ids"));
      Clock clock = Clock.systemUTC();
      work = new EventLog<>(TopicCatalogue.SECRETARIAT_EVENTS, access, ids, clock, new ClockSkew());
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
      compilations = desk.compilations();
      lines = desk.redactions(work);
      desk.start();
      await().atMost(PATIENCE).until(desk.reader()::ready);
    }

    Compilations compilations() {
      return compilations;
    }

    int known(String comment, Audience audience) {
      return lines.known(CONSULTATION, comment, audience);
    }

    int redact(String comment, int revision, String words) {
      Comment text =
          compilations.histories(CONSULTATION).stream()
              .flatMap(List::stream)
              .filter(each -> each.id().equals(comment) && each.revision() == revision)
              .findFirst()
              .orElseThrow();
      var passage =
          new Passage(
              Optional.empty(),
              Optional.empty(),
              Optional.of(words),
              Optional.empty(),
              Optional.empty());
      return act(
          comment,
          "redact " + words,
          new RedactionStep.Redacted(
              revision, passage.in(text.said()), "personal-data", Optional.of("a reason")));
    }

    int lift(String comment, int redaction) {
      return act(
          comment, "lift " + redaction, new RedactionStep.Lifted(redaction, Optional.empty()));
    }

    private int act(String comment, String key, RedactionStep.Fact fact) {
      RedactionOutcome outcome =
          new Redacting(lines)
              .act(
                  new RedactionRequest(
                      CONSULTATION,
                      comment,
                      "secretariat",
                      key,
                      Instant.EPOCH,
                      Map.of("key", key),
                      Optional.empty(),
                      fact));
      assertThat(outcome).isInstanceOf(RedactionOutcome.Counted.class);
      return ((RedactionOutcome.Counted) outcome).step();
    }

    Manifest whole(String edition) {
      return await()
          .atMost(PATIENCE)
          .until(() -> compilations.manifest(CONSULTATION, edition), Optional::isPresent)
          .orElseThrow();
    }

    Map<String, String> published(String edition) {
      return texts(compilations.published(CONSULTATION, edition));
    }

    Map<String, String> computed(String edition) {
      return texts(compilations.computed(CONSULTATION, edition).orElseThrow());
    }

    private static Map<String, String> texts(List<Comment> comments) {
      return comments.stream()
          .collect(Collectors.toMap(Comment::id, comment -> comment.said().text()));
    }

    @Override
    public void close() {
      desk.close();
      work.close();
    }
  }

  @BeforeEach
  void start() throws IOException {
    log = new SharedLog(folder);
    first = new Instance(folder.resolve("first"), log.broker.access(Principal.AGGREGATION));
    second = new Instance(folder.resolve("second"), log.broker.access(Principal.AGGREGATION));
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
    log.close();
  }

  @Test
  void whatIsRedactedGoesFromAllEditionsAtTheMarkerOfTheNext() throws IOException {
    log.open(VisibilityPolicy.SEALED);
    log.say("c1", "eg", "ask Jo Doe");
    log.say("c2", "br", "fine");
    log.say("c3", "cl", "goes away");
    log.publish("first", null);
    Manifest manifest = first.whole("first");
    second.whole("first");
    String digest = Digest.of(second.compilations.computed(CONSULTATION, "first").get().stream());

    assertThat(first.redact("c1", 1, "Jo Doe")).isEqualTo(1);
    log.say("c2", "br", "better");
    log.withdraw("c3", "cl");
    log.say("c4", "fr", "sealed");

    // Recorded at once, and nothing of it is public yet.
    assertThat(digest).isEqualTo(manifest.digest());
    await().atMost(PATIENCE).until(() -> second.lines.lines(CONSULTATION).size() == 1);
    assertThat(second.published("first")).containsEntry("c1", "ask Jo Doe");
    assertThat(second.computed("first")).containsEntry("c1", "ask Jo Doe");
    assertThat(second.lines.known(CONSULTATION, "c1", Audience.EVERYONE)).isZero();
    assertThat(
            Sight.granted(second.compilations.histories(CONSULTATION), Optional.empty()).comments())
        .extracting(comment -> comment.said().text())
        .contains("ask [redacted]")
        .doesNotContain("ask Jo Doe");

    log.publish("Corr.1", "first");
    Manifest corrected = second.whole("Corr.1");
    first.whole("Corr.1");

    for (Instance instance : List.of(first, second)) {
      assertThat(instance.published("Corr.1"))
          .containsOnly(Map.entry("c1", "ask [redacted]"), Map.entry("c2", "fine"));
      assertThat(instance.computed("first"))
          .containsOnly(
              Map.entry("c1", "ask [redacted]"),
              Map.entry("c2", "fine"),
              Map.entry("c3", "goes away"));
      assertThat(instance.lines.known(CONSULTATION, "c1", Audience.EVERYONE)).isEqualTo(1);
      Comment marked =
          instance.compilations.published(CONSULTATION, "Corr.1").stream()
              .filter(comment -> comment.id().equals("c1"))
              .findFirst()
              .orElseThrow();
      assertThat(marked.said().proposedText()).contains("as ask [redacted]");
      assertThat(marked.said().redactions())
          .singleElement()
          .satisfies(each -> assertThat(each.reason()).isEqualTo("personal-data"));
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(second.compilations.notices(CONSULTATION, "Corr.1"))
                    .extracting(Notice::comment, Notice::kind)
                    .containsExactly(tuple("c2", "revised")));
    theProofOfTheReceiptStillHolds(corrected);
    aRebuildSaysTheSame(corrected);

    first.lift("c1", 1);
    log.publish("Corr.2", "Corr.1");
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              String shown = second.computed("first").get("c1");
              boolean whole = second.compilations.manifest(CONSULTATION, "Corr.2").isPresent();
              // What was asked for changes nothing before its marker.
              assertThat(whole || "ask [redacted]".equals(shown)).isTrue();
              return whole;
            });
    assertThat(second.published("Corr.2"))
        .containsOnly(Map.entry("c1", "ask Jo Doe"), Map.entry("c2", "fine"));
    assertThat(second.computed("Corr.1")).containsEntry("c1", "ask Jo Doe");
  }

  /** The leaves are those of the acts, whatever is redacted in their texts. */
  private void theProofOfTheReceiptStillHolds(Manifest corrected) {
    List<Leaf> before = first.compilations.leaves(CONSULTATION, "first");
    List<Leaf> after = first.compilations.leaves(CONSULTATION, "Corr.1");
    assertThat(before).containsAll(after).hasSize(3);
    assertThat(after).extracting(Leaf::comment).containsExactlyInAnyOrder("c1", "c2");
    assertThat(MerkleTree.of(after.stream().map(Leaf::data).toList()).root())
        .isEqualTo(corrected.root());
  }

  private void aRebuildSaysTheSame(Manifest corrected) throws IOException {
    try (var fresh =
        new Instance(folder.resolve("fresh"), log.broker.access(Principal.AGGREGATION))) {
      assertThat(fresh.whole("Corr.1").digest()).isEqualTo(corrected.digest());
      assertThat(
              Digest.of(fresh.compilations.computed(CONSULTATION, "Corr.1").orElseThrow().stream()))
          .isEqualTo(corrected.digest());
      assertThat(Digest.of(fresh.compilations.published(CONSULTATION, "Corr.1").stream()))
          .isEqualTo(corrected.digest());
    }
  }

  @Test
  void anEventThatDoesNotCountAndOneOfAnotherLineChangeNothing() throws IOException {
    log.open(VisibilityPolicy.SEALED);
    log.say("c1", "eg", "ask Jo Doe");
    log.publish("first", null);
    first.whole("first");
    first.work.append("c1", work("redaction", 5));
    first.work.append("another/c1", work("another/c1", 1));
    await().atMost(PATIENCE).until(first.lines::catchUp);

    assertThat(first.lines.lines(CONSULTATION)).isEmpty();
    assertThat(first.redact("c1", 1, "Jo")).isEqualTo(1);
    first.work.append("redaction/c1", work("redaction/c1", 1));
    log.publish("Corr.1", "first");
    Manifest corrected = second.whole("Corr.1");

    assertThat(second.published("Corr.1")).containsEntry("c1", "ask [redacted] Doe");
    aRebuildSaysTheSame(corrected);
  }

  /** All of the text goes. */
  private static SecretariatEvent work(String subject, int revision) {
    return SecretariatEvent.newBuilder()
        .setConsultation(CONSULTATION)
        .setSubject(subject)
        .setRevision(revision)
        .setRequestId("other")
        .setRequestDigest("other")
        .setReceivedAt(Instant.EPOCH)
        .setBy("secretariat")
        .setFact(
            new CommentRedacted(
                1,
                List.of(new RedactedStretch(RedactedField.TEXT, null, 0, 99)),
                RedactionReason.PERSONAL_DATA,
                null))
        .build();
  }

  @Test
  void whatIsRedactedIsFoundByTheSecretariatAndItsAuthorAlone() throws IOException {
    log.open(VisibilityPolicy.SEALED);
    log.say("c1", "eg", "ask Doe");
    log.publish("first", null);
    first.whole("first");
    first.redact("c1", 1, "Doe");

    try (var index = new LuceneIndex(folder.resolve("index"))) {
      var searches = new Searches(first.compilations, index);
      assertThat(found(searches, "first", new Reader(true, true, Optional.empty()))).isTrue();
      assertThat(found(searches, "first", new Reader(true, false, Optional.empty()))).isFalse();
      assertThat(found(searches, "first", new Reader(false, false, Optional.of("eg")))).isTrue();
      // The public finds it until the marker.
      assertThat(found(searches, "first", new Reader(false, false, Optional.empty()))).isTrue();

      log.publish("Corr.1", "first");
      first.whole("Corr.1");

      assertThat(found(searches, "Corr.1", new Reader(true, true, Optional.empty()))).isTrue();
      assertThat(found(searches, "Corr.1", new Reader(false, false, Optional.of("eg")))).isTrue();
      for (Reader reader :
          List.of(
              new Reader(true, false, Optional.empty()),
              new Reader(false, false, Optional.of("br")),
              new Reader(false, false, Optional.empty()))) {
        assertThat(found(searches, "Corr.1", reader)).as(reader.toString()).isFalse();
      }
    }
  }

  private boolean found(Searches searches, String edition, Reader reader) {
    Consultation consultation = first.compilations.consultation(CONSULTATION).orElseThrow();
    return searches
            .find(
                consultation, audience -> Optional.of(edition), reader, "Doe", Optional.empty(), 10)
            .total()
        > 0;
  }

  @Test
  void whatIsPostedAsReceivedIsPublicAtOnceAndLeavesANoticeWhenItIsWithdrawn() throws IOException {
    log.open(VisibilityPolicy.AS_RECEIVED);
    String posted = Consultation.AS_RECEIVED;
    log.say("c1", "eg", "ask Jo");
    log.say("c2", "br", "one");
    log.say("c2", "br", "two");
    log.sayLate("c3", "cl", "late, accepted");
    log.decide("c3", "cl", true);
    log.sayLate("c4", "fr", "late, waiting");
    log.sayLate("c5", "jp", "late, refused");
    log.decide("c5", "jp", false);
    log.say("c6", "ng", "goes");
    log.withdraw("c6", "ng");
    log.sayLate("c7", "za", "never public");
    log.withdraw("c7", "za");

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(inTopic())
                    .containsOnly(
                        Map.entry("c1/as-received", "ask Jo"),
                        Map.entry("c2/as-received", "two"),
                        Map.entry("c3/as-received", "late, accepted"),
                        Map.entry("c6/as-received", "WITHDRAWN")));
    for (Instance instance : List.of(first, second)) {
      assertThat(instance.published(posted))
          .containsOnly(
              Map.entry("c1", "ask Jo"), Map.entry("c2", "two"), Map.entry("c3", "late, accepted"));
      assertThat(instance.compilations.notices(CONSULTATION, posted))
          .extracting(Notice::comment)
          .containsExactly("c6");
      assertThat(instance.compilations.published(CONSULTATION, posted))
          .allSatisfy(
              comment -> {
                assertThat(comment.late()).isFalse();
                assertThat(comment.receivedAt()).isEqualTo(Instant.EPOCH);
                assertThat(comment.filing()).isEmpty();
              });
    }

    // No edition is needed.
    first.redact("c1", 1, "Jo");

    assertThat(first.published(posted)).containsEntry("c1", "ask [redacted]");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(inTopic()).containsEntry("c1/as-received", "ask [redacted]"));
  }

  @Test
  void anEditionOfWhatIsPostedAsReceivedStandsBesideIt() throws IOException {
    log.open(VisibilityPolicy.AS_RECEIVED);
    log.say("c1", "eg", "before");
    log.publish("first", null);
    first.whole("first");
    log.say("c1", "eg", "after");
    await()
        .atMost(PATIENCE)
        .until(() -> "after".equals(first.published(Consultation.AS_RECEIVED).get("c1")));

    assertThat(first.published("first")).containsEntry("c1", "before");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(inTopic())
                    .containsEntry("c1", "before")
                    .containsEntry("c1/as-received", "after"));
  }

  @Test
  void aSealedConsultationPostsNothingBeforeItsEdition() throws IOException {
    log.open(VisibilityPolicy.SEALED);
    log.say("c1", "eg", "sealed");
    log.say("c1", "eg", "sealed still");
    await().atMost(PATIENCE).until(() -> first.compilations.histories(CONSULTATION).size() == 1);
    log.publish("first", null);
    first.whole("first");

    assertThat(inTopic()).containsOnlyKeys("c1", CONSULTATION + "/first");
  }

  /** What a reader of the public topic has of each key: a text, or the kind of a notice. */
  private Map<String, String> inTopic() throws IOException {
    return PublicTopic.read(log.broker, folder.resolve("reader")).last();
  }
}
