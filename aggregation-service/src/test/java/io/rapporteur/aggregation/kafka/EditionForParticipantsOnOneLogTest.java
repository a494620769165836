package io.rapporteur.aggregation.kafka;

import static io.rapporteur.aggregation.kafka.SharedLog.CONSULTATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSObject;
import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Manifest;
import io.rapporteur.aggregation.compilation.Notice;
import io.rapporteur.aggregation.kafka.RedactionOnOneLogTest.Instance;
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.events.EditionCut;
import io.rapporteur.events.EditionEvent;
import io.rapporteur.events.EditionOpening;
import io.rapporteur.events.EditionReady;
import io.rapporteur.events.VisibilityPolicy;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.states.PublishedComment;
import io.rapporteur.states.PublishedRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edition that participants read first, on a real log; others died at each step of it. */
class EditionForParticipantsOnOneLogTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  private SharedLog log;
  private int started;

  @BeforeEach
  void start() throws IOException {
    log = new SharedLog(folder);
    log.open(VisibilityPolicy.SEALED);
  }

  @AfterEach
  void stop() {
    log.close();
  }

  private Instance instance() throws IOException {
    return new Instance(
        folder.resolve("instance" + started++), log.broker.access(Principal.AGGREGATION));
  }

  private static Manifest whole(Instance instance, String edition, Audience audience) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> instance.compilations().manifest(CONSULTATION, edition, audience),
            Optional::isPresent)
        .orElseThrow();
  }

  private static Map<String, String> texts(List<Comment> comments) {
    return comments.stream()
        .collect(Collectors.toMap(Comment::id, comment -> comment.said().text()));
  }

  private static Map<String, String> readByParticipants(Instance instance, String edition) {
    return texts(instance.compilations().published(CONSULTATION, edition, Audience.PARTICIPANTS));
  }

  private static List<String> since(Instance instance, Audience audience) {
    return instance.compilations().notices(CONSULTATION, "first", audience).stream()
        .map(notice -> notice.comment() + " " + notice.kind())
        .sorted()
        .toList();
  }

  @Test
  void thePublicReadsWhatParticipantsReadAndNeverWhatWasWithdrawnOrRedactedMeanwhile()
      throws Exception {
    log.say("c1", "eg", "ask Jo");
    log.say("c2", "br", "one");
    log.say("c3", "cl", "taken back");
    log.share("first", null);
    try (Instance first = instance();
        Instance second = instance()) {
      Manifest shared = whole(first, "first", Audience.PARTICIPANTS);
      assertThat(whole(second, "first", Audience.PARTICIPANTS)).isEqualTo(shared);
      assertThat(shared.comments()).isEqualTo(3);
      assertThat(readByParticipants(second, "first"))
          .containsOnly(
              Map.entry("c1", "ask Jo"), Map.entry("c2", "one"), Map.entry("c3", "taken back"));
      thePublicHasNothing(first);

      log.say("c2", "br", "two");
      log.withdraw("c3", "cl");
      log.say("c4", "fr", "sealed");
      first.redact("c1", 1, "Jo");

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(since(second, Audience.PARTICIPANTS))
                      .containsExactly("c2 revised", "c3 withdrawn"));
      assertThat(readByParticipants(second, "first"))
          .containsOnly(Map.entry("c1", "ask Jo"), Map.entry("c2", "one"));
      thePublicHasNothing(second);

      log.openToEveryone("first");

      assertThat(whole(first, "first", Audience.EVERYONE)).isEqualTo(shared);
      assertThat(whole(second, "first", Audience.EVERYONE)).isEqualTo(shared);
      assertThat(second.published("first"))
          .containsOnly(Map.entry("c1", "ask [redacted]"), Map.entry("c2", "one"));
      assertThat(readByParticipants(second, "first"))
          .containsEntry("c1", "ask [redacted]")
          .containsEntry("c2", "one");
      assertThat(second.computed("first")).containsEntry("c1", "ask [redacted]");
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(since(second, Audience.EVERYONE))
                      .containsExactly("c2 revised", "c3 withdrawn"));
      assertThat(publicTopic().saidOf("c3")).containsOnly("WITHDRAWN");
      assertThat(publicTopic().saidOf("c1")).containsOnly("ask [redacted]");
      assertThat(publicTopic().saidOf("c4")).isEmpty();
    }
  }

  private void thePublicHasNothing(Instance instance) throws IOException {
    Compilations compilations = instance.compilations();
    assertThat(compilations.manifest(CONSULTATION, "first")).isEmpty();
    assertThat(compilations.published(CONSULTATION, "first")).isEmpty();
    assertThat(compilations.notices(CONSULTATION, "first")).isEmpty();
    assertThat(publicTopic().keys()).isEmpty();
  }

  private PublicTopic publicTopic() throws IOException {
    return PublicTopic.read(log.broker, folder.resolve("reader"));
  }

  @Test
  void openingOneOpensThoseBeforeItAndOneThatFollowsCorrectsForParticipantsAlone()
      throws Exception {
    log.say("c1", "eg", "ask Jo");
    log.share("first", null);
    try (Instance first = instance()) {
      Manifest shared = whole(first, "first", Audience.PARTICIPANTS);
      first.redact("c1", 1, "Jo");
      assertThat(first.known("c1", Audience.PARTICIPANTS)).isZero();
      log.say("c2", "br", "more");
      log.share("Corr.1", "first");
      Manifest corrected = whole(first, "Corr.1", Audience.PARTICIPANTS);

      assertThat(readByParticipants(first, "Corr.1"))
          .containsOnly(Map.entry("c1", "ask [redacted]"));
      assertThat(
              texts(
                  first
                      .compilations()
                      .computed(CONSULTATION, "first", Audience.PARTICIPANTS)
                      .orElseThrow()))
          .containsEntry("c1", "ask [redacted]");
      assertThat(first.known("c1", Audience.PARTICIPANTS)).isEqualTo(1);
      assertThat(first.known("c1", Audience.EVERYONE)).isZero();
      thePublicHasNothing(first);

      log.openToEveryone("Corr.1");

      assertThat(whole(first, "Corr.1", Audience.EVERYONE)).isEqualTo(corrected);
      assertThat(whole(first, "first", Audience.EVERYONE)).isEqualTo(shared);
      assertThat(signed(corrected)).containsEntry("rootBefore", shared.root());
      assertThat(publicTopic().saidOf("c1")).containsOnly("ask [redacted]");
      assertThat(publicTopic().keys())
          .containsExactly("c1", CONSULTATION + "/first", "c1", CONSULTATION + "/Corr.1");
    }
  }

  private static Map<String, Object> signed(Manifest manifest) throws ParseException {
    return JWSObject.parse(manifest.signed()).getPayload().toJSONObject();
  }

  @Test
  void whoDiesAfterTheCutIsFollowedByWhoMakesItOfTheSame() throws Exception {
    log.say("c1", "eg", "before");
    EditionCut cut = log.cut();
    log.say("c2", "br", "after");
    Instant cutAt = log.share("first", null);
    said(1, EditionCut.newBuilder(cut).setCutAt(cutAt).build());

    try (Instance first = instance()) {
      whole(first, "first", Audience.PARTICIPANTS);
      assertThat(readByParticipants(first, "first")).containsOnly(Map.entry("c1", "before"));

      // One for everyone opens the one before it.
      log.publish("Add.1", null);
      whole(first, "Add.1", Audience.EVERYONE);
      assertThat(publicTopic().keys())
          .startsWith("c1", CONSULTATION + "/first")
          .endsWith(CONSULTATION + "/Add.1");
    }
  }

  @Test
  void whoDiesOnceParticipantsReadItIsFollowedByWhoPublishesTheSameManifest() throws Exception {
    log.say("c1", "eg", "text");
    EditionCut cut = log.cut();
    Instant cutAt = log.share("first", null);
    said(1, EditionCut.newBuilder(cut).setCutAt(cutAt).build());
    said(2, new EditionReady(1, "digest", "root", "signed by who died"));
    log.openToEveryone("first");

    try (Instance first = instance()) {
      assertThat(whole(first, "first", Audience.EVERYONE))
          .isEqualTo(new Manifest("first", 1, "digest", "root", "signed by who died"));
      assertThat(publicTopic().keys()).containsExactly("c1", CONSULTATION + "/first");
    }
  }

  @Test
  void whoDiesBeforeTheMarkerIsFollowedByWhoWritesAllOfItAgain() throws Exception {
    log.say("c1", "eg", "ask Jo");
    log.say("c2", "br", "goes");
    EditionCut cut = log.cut();
    Instant cutAt = log.share("first", null);
    said(1, EditionCut.newBuilder(cut).setCutAt(cutAt).build());
    said(2, new EditionReady(2, "digest", "root", "signed"));
    said(3, new EditionOpening(Collections.nCopies(12, 0L)));
    log.openToEveryone("first");
    append(
        TopicCatalogue.PUBLISHED_COMMENTS,
        "c1",
        new PublishedRecord(CONSULTATION, "first", new PublishedComment(log.last("c1"))));
    log.withdraw("c2", "br");

    try (Instance first = instance()) {
      whole(first, "first", Audience.EVERYONE);

      assertThat(publicTopic().keys()).containsExactly("c1", "c1", "c2", CONSULTATION + "/first");
      assertThat(publicTopic().saidOf("c2")).containsOnly("WITHDRAWN");
      assertThat(first.published("first")).containsOnly(Map.entry("c1", "ask Jo"));
      assertThat(first.compilations().notices(CONSULTATION, "first"))
          .extracting(Notice::comment, Notice::kind)
          .containsExactly(tuple("c2", "withdrawn"));
    }
  }

  private void said(int revision, Object fact) throws IOException {
    append(
        TopicCatalogue.EDITION_EVENTS,
        CONSULTATION + "/first",
        new EditionEvent(CONSULTATION, "first", revision, Instant.EPOCH, fact));
  }

  private <T extends SpecificRecord> void append(Topic topic, String key, T value)
      throws IOException {
    try (var dead =
        new EventLog<T>(
            topic,
            log.broker.access(Principal.AGGREGATION),
            RememberedSchemas.in(folder.resolve("dead").resolve("schema-ids")),
            Clock.systemUTC(),
            new ClockSkew())) {
      dead.append(key, value);
    }
  }
}
