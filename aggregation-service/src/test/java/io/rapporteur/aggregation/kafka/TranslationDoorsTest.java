package io.rapporteur.aggregation.kafka;

import static io.rapporteur.aggregation.kafka.ServedLog.COMPILATION;
import static io.rapporteur.aggregation.kafka.ServedLog.body;
import static io.rapporteur.aggregation.kafka.ServedLog.seen;
import static io.rapporteur.aggregation.kafka.SharedLog.CONSULTATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.Digest;
import io.rapporteur.aggregation.compilation.Manifest;
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.events.Author;
import io.rapporteur.events.CommentContent;
import io.rapporteur.events.CommentKind;
import io.rapporteur.events.CommentTarget;
import io.rapporteur.events.ParticipantClass;
import io.rapporteur.events.SecretariatTranslation;
import io.rapporteur.events.VisibilityPolicy;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.AvroDeserializer;
import io.rapporteur.schemas.wire.AvroSerializer;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.PublishedComment;
import io.rapporteur.states.PublishedRecord;
import io.rapporteur.states.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** Who reads a courtesy translation of the secretariat, and from when on, on a real log. */
class TranslationDoorsTest {

  private static final String DOOR = "/api/v1/translations";
  private static final String AS_RECEIVED = "as-received";
  private static final List<String> SERVED =
      List.of(
          COMPILATION,
          COMPILATION + "?format=csv",
          COMPILATION + "?format=akn",
          "/api/v1/search?consultation=k&q=bonjour");

  @TempDir private Path folder;

  private ServedLog served;

  @BeforeEach
  void open(TestInfo test) throws Exception {
    served =
        new ServedLog(
            folder,
            test.getTags().contains(AS_RECEIVED)
                ? VisibilityPolicy.AS_RECEIVED
                : VisibilityPolicy.SEALED);
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void tellAllFaultsOfAllLinesAtOnceAndDoNothing() throws Exception {
    MockHttpServletResponse answer =
        send(
            """
            {"consultation":"k","translations":[
              {"comment":"c1","commentRevision":1,"language":"fr","text":"bon","proposedText":"comme"},
              {"comment":"c1","commentRevision":1,"language":"en","text":"same"},
              {"comment":"c9","commentRevision":1,"language":"fr","text":"x"},
              {"comment":"c1","commentRevision":7,"language":"tlh","text":"x","more":1},
              {"comment":"c1","commentRevision":1,"language":"fr","text":" ","rationale":"r","leavesOut":3}]}\
            """,
            "faulty");

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(body(answer).path("errors"))
        .extracting(error -> error.path("field").asString())
        .containsExactlyInAnyOrder(
            "translations[1].language",
            "translations[2].comment",
            "translations[3].commentRevision",
            "translations[3].language",
            "translations[3].more",
            "translations[4]",
            "translations[4].text",
            "translations[4].proposedText",
            "translations[4].rationale",
            "translations[4].leavesOut");
    assertThat(served.ask("secretariat", get(DOOR + "/c1?consultation=k")).getStatus())
        .isEqualTo(404);
  }

  @Test
  void takeARetryForWhatItIsAndHoldRevisionsAgainstOneAnother() throws Exception {
    MockHttpServletResponse made = send(translation("fr", "bonjour", ""), "one");
    assertThat(made.getStatus()).as(made.getContentAsString()).isEqualTo(201);
    assertThat(made.getHeader(HttpHeaders.ETAG)).isEqualTo("\"1\"");
    assertThat(body(made).has("needs")).isFalse();

    assertThat(send(translation("fr", "bonjour", ""), "one").getContentAsString())
        .isEqualTo(made.getContentAsString());
    assertThat(send(translation("fr", "autre", ""), "one").getStatus()).isEqualTo(422);
    assertThat(send(translation("fr", "autre", ""), "two").getStatus()).isEqualTo(428);
    JsonNode several =
        body(
            send(
                """
                {"consultation":"k","translations":[
                  {"comment":"c1","commentRevision":1,"language":"fr","text":"salut","proposedText":"p"},
                  {"comment":"c1","commentRevision":1,"language":"ru","text":"x","proposedText":"p"},
                  {"comment":"c2","commentRevision":1,"language":"fr","text":"bien","proposedText":"p"},
                  {"comment":"c1","commentRevision":1,"language":"es","text":"x","proposedText":"p","revision":9}]}\
                """,
                "several"));
    assertThat(several.path("results"))
        .extracting(result -> result.path("status").asInt())
        .containsExactly(428, 200, 200, 412);
    assertThat(takeBack("fr", null).getStatus()).isEqualTo(428);
    assertThat(takeBack("fr", "\"9\"").getStatus()).isEqualTo(412);
    assertThat(takeBack("zh", "\"2\"").getStatus()).isEqualTo(404);
    assertThat(takeBack("fr", "\"2\"").getStatus()).isEqualTo(200);
    assertThat(takeBack("fr", "\"2\"").getStatus()).isEqualTo(200);

    JsonNode progress =
        body(served.ask("secretariat", get(DOOR + "?consultation=k&language=fr&limit=1")));
    assertThat(progress.path("texts").asInt()).isEqualTo(2);
    assertThat(progress.path("comments"))
        .extracting(each -> each.path("comment").asString())
        .containsExactly("c1");
    assertThat(progress.path("languages").get(3).toString())
        .isEqualTo(
            "{\"language\":\"fr\",\"original\":0,\"byAuthor\":0,\"bySecretariat\":1,\"toBeMadeAnew\":0,\"missing\":1}");
    assertThat(
            body(served.ask("secretariat", get(DOOR + "?consultation=k&limit=1&after=c1")))
                .path("comments"))
        .extracting(each -> each.path("bySecretariat").toString())
        .containsExactly("[\"fr\"]");
  }

  @Test
  void keepATranslationFromAllWhoDoNotReadTheCommentAsItStandsUntilAnEditionHoldsIt()
      throws Exception {
    assertThat(send(translation("ru", "привет", ""), "ru").getStatus()).isEqualTo(201);
    Manifest first = served.publish("first", null);
    for (String caller : List.of("", "br")) {
      assertThat(served.text(caller, COMPILATION)).contains("привет", "\"bySecretariat\":true");
    }

    JsonNode made = body(send(translation("fr", "bonjour", "comme bonjour"), "fr"));
    assertThat(made.path("needs").toString())
        .isEqualTo("{\"edition\":\"Corr.1\",\"corrects\":\"first\"}");
    for (String door : SERVED) {
      for (String caller : List.of("secretariat", "eg")) {
        assertThat(served.text(caller, door)).as(door + " as " + caller).contains("bonjour");
      }
      for (String caller : List.of("", "br")) {
        assertThat(served.text(caller, door)).as(door + " as " + caller).doesNotContain("bonjour");
      }
    }
    String cut =
        body(served.ask("secretariat", get(COMPILATION))).path("asOf").path("cut").asString();
    JsonNode asOf = body(served.ask("secretariat", get(COMPILATION + "?asOf=" + cut)));
    assertThat(asOf.toString()).doesNotContain("bonjour");
    assertThat(asOf.path("digest"))
        .isEqualTo(body(served.ask("secretariat", get(COMPILATION))).path("digest"));

    Manifest corrected = served.publish("Corr.1", "first");

    for (String door : SERVED) {
      for (String caller : List.of("secretariat", "eg", "", "br")) {
        assertThat(served.text(caller, door)).as(door + " as " + caller).contains("bonjour");
      }
    }
    assertThat(served.text("", COMPILATION)).contains("comme bonjour", "not official", "привет");
    assertThat(served.text("", COMPILATION + "?format=csv")).contains("\"\"bySecretariat\"\":true");
    assertThat(served.text("", COMPILATION + "?format=akn"))
        .contains("Courtesy translation into French by the secretariat, not official");
    assertThat(served.text("", COMPILATION + "?asOf=edition:first"))
        .contains("привет")
        .doesNotContain("bonjour");
    assertThat(body(served.ask("secretariat", get(DOOR + "/c1?consultation=k"))).has("needs"))
        .isFalse();
    assertThat(corrected.root()).isEqualTo(first.root());
    assertThat(corrected.digest()).isNotEqualTo(first.digest());
    assertThat(body(served.ask("", get(COMPILATION))).path("digest").asString())
        .isEqualTo(corrected.digest());
    aViewThatIsRebuiltSaysTheSame(first, corrected);

    assertThat(body(takeBack("fr", "\"2\"")).path("needs").path("edition").asString())
        .isEqualTo("Corr.2");
    assertThat(served.text("eg", COMPILATION)).doesNotContain("bonjour");
    assertThat(served.text("br", COMPILATION)).contains("bonjour");
    served.publish("Corr.2", "Corr.1");
    assertThat(served.text("", COMPILATION)).doesNotContain("bonjour").contains("привет");
    assertThat(served.text("", "/api/v1/search?consultation=k&q=bonjour")).contains("\"total\":0");
  }

  private void aViewThatIsRebuiltSaysTheSame(Manifest first, Manifest corrected)
      throws IOException {
    try (CompilationDesk rebuilt = served.desk("rebuilt")) {
      Compilations fresh = rebuilt.compilations();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> rebuilt.reader().ready() && fresh.catchUp());
      assertThat(Digest.of(fresh.computed(CONSULTATION, "first").orElseThrow().stream()))
          .isEqualTo(first.digest());
      assertThat(Digest.of(fresh.computed(CONSULTATION, "Corr.1").orElseThrow().stream()))
          .isEqualTo(corrected.digest());
      assertThat(Digest.of(fresh.published(CONSULTATION, "Corr.1").stream()))
          .isEqualTo(corrected.digest());
      assertThat(translations(fresh))
          .isEqualTo(translations(served.desk.compilations()))
          .hasSize(2);
    }
  }

  private static List<Content.Translation> translations(Compilations compilations) {
    return compilations.histories(CONSULTATION).stream()
        .flatMap(List::stream)
        .filter(comment -> comment.content().isPresent())
        .flatMap(comment -> comment.said().translations().stream())
        .toList();
  }

  @Test
  void showNoTranslationThatWasMadeBeforeARedactionToWhoReadsMarks() throws Exception {
    send(translation("fr", "bonjour Doe", ""), "fr");
    served.publish("first", null);
    assertThat(served.text("", COMPILATION)).contains("bonjour Doe");

    // Words that stand in the translation alone are found, and those of the text.
    assertThat(redact("bonjour", "words-of-it").getStatus()).isEqualTo(201);
    assertThat(redact("Doe", "a-name").getStatus()).isEqualTo(201);
    served.publish("Corr.1", "first");

    List<String> doors =
        List.of(
            COMPILATION,
            COMPILATION + "?asOf=edition:first",
            COMPILATION + "?asOf=edition:Corr.1",
            COMPILATION + "?format=csv",
            COMPILATION + "?format=akn");
    for (String door : doors) {
      for (String caller : List.of("", "br")) {
        assertThat(served.text(caller, door))
            .as(door + " as " + caller)
            .contains("[redacted]")
            .doesNotContain("Doe")
            .doesNotContain("bonjour");
      }
    }
    assertThat(served.text("", "/api/v1/search?consultation=k&q=bonjour")).contains("\"total\":0");
    assertThat(served.text("eg", COMPILATION)).contains("bonjour Doe");

    JsonNode progress = body(served.ask("secretariat", get(DOOR + "?consultation=k&language=fr")));
    assertThat(progress.path("comments").get(0).path("toBeMadeAnew").toString())
        .isEqualTo("[\"fr\"]");
    // What was done with its key stays done, though it could not be asked for any more.
    assertThat(send(translation("fr", "bonjour Doe", ""), "fr").getStatus()).isEqualTo(201);
    MockHttpServletResponse silent = send(translation("fr", "salut", ""), "silent", "\"1\"");
    assertThat(body(silent).path("errors"))
        .extracting(error -> error.path("field").asString())
        .containsExactly("leavesOut");
    String anew = translation("fr", "salut", "").replace("{", "{\"leavesOut\":2,");
    assertThat(body(send(anew, "anew", "\"1\"")).path("needs").path("edition").asString())
        .isEqualTo("Corr.2");
    assertThat(served.text("", COMPILATION)).doesNotContain("salut");
    served.publish("Corr.2", "Corr.1");
    assertThat(served.text("", COMPILATION))
        .contains("salut", "[redacted]")
        .doesNotContain("bonjour")
        .doesNotContain("[occulté]");
    assertThat(served.text("", COMPILATION + "?asOf=edition:first"))
        .doesNotContain("bonjour")
        .doesNotContain("salut");
  }

  @Test
  @Tag(AS_RECEIVED)
  void showALaterTextWithoutTheTranslationOfTheOneBefore() throws Exception {
    MockHttpServletResponse made = send(translation("fr", "bonjour", ""), "fr");
    assertThat(body(made).has("needs")).isFalse();
    // Posted as received: at once.
    assertThat(served.text("", COMPILATION)).contains("bonjour");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(served.text("", "/api/v1/search?consultation=k&q=bonjour"))
                    .contains("c1"));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(inTheTopic("c1/as-received")).contains("bonjour"));

    served.log.say("c1", "eg", "ask again");

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(served.text("", COMPILATION)).contains("ask again"));
    for (String caller : List.of("", "eg", "secretariat")) {
      assertThat(served.text(caller, COMPILATION)).doesNotContain("bonjour");
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(inTheTopic("c1/as-received"))
                    .contains("ask again")
                    .doesNotContain("bonjour"));
  }

  /** The last record of a key of the public topic, as a program of anyone reads it. */
  private String inTheTopic(String key) throws IOException {
    var partition = new TopicPartition(TopicCatalogue.PUBLISHED_COMMENTS.name(), 0);
    String last = "";
    try (var consumer =
        new KafkaConsumer<>(
            served.log.broker.access(Principal.PUBLIC).clientSettings(),
            new StringDeserializer(),
            new AvroDeserializer<PublishedRecord>(
                RememberedSchemas.in(folder.resolve("reader").resolve("schema-ids")),
                PublishedRecord.getClassSchema()))) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<String, PublishedRecord> record :
            consumer.poll(Duration.ofMillis(200))) {
          if (record.key().equals(key)) {
            last = record.value().toString();
          }
        }
      }
    }
    return last;
  }

  @Test
  void fitIntoOneRecordOfTheBrokerWithTheirComment() {
    int most = 900_000;
    int languages = 5;
    String text = "é".repeat(most / 2 / (languages + 1));
    CompiledComment largest =
        CompiledComment.newBuilder()
            .setComment("c".repeat(36))
            .setRevision(1)
            .setStanding(Standing.STANDING)
            .setConsultation(CONSULTATION)
            .setRound(1)
            .setLate(false)
            .setSubmittedAt(Instant.EPOCH)
            .setReceivedAt(Instant.EPOCH)
            .setAuthor(new Author("eg", ParticipantClass.MEMBER_STATE, null, null))
            .setTarget(new CommentTarget("doc", null, null, null, null, null))
            .setContent(
                CommentContent.newBuilder()
                    .setKind(CommentKind.SUBSTANTIVE)
                    .setText(text)
                    .setLanguage("en")
                    .setTranslations(List.of())
                    .build())
            .setTranslationsBySecretariat(
                Collections.nCopies(languages, new SecretariatTranslation("fr", text, null, null)))
            .build();

    byte[] record =
        new AvroSerializer<PublishedRecord>(1)
            .serialize(
                TopicCatalogue.PUBLISHED_COMMENTS.name(),
                new PublishedRecord(CONSULTATION, "first", new PublishedComment(largest)));

    // Marks in place of what is redacted are longer than the words, some thousand times.
    assertThat(Objects.requireNonNull(record)).hasSizeBetween(most, 1_048_588 - 100_000);
  }

  private static String translation(String language, String text, String proposed) {
    return """
    {"consultation":"k","comment":"c1","commentRevision":1,"language":"%s","text":"%s","proposedText":"%s"}\
    """
        .formatted(language, text, proposed.isEmpty() ? "p" : proposed);
  }

  private MockHttpServletResponse redact(String words, String key) throws Exception {
    return served.send(
        "/api/v1/redactions",
        """
        {"consultation":"k","comment":"c1","revision":1,"reason":"personal-data","stretches":[{"exact":"%s"}]}\
        """
            .formatted(words),
        key,
        null);
  }

  private MockHttpServletResponse send(String body, String key) throws Exception {
    return served.send(DOOR, body, key, null);
  }

  private MockHttpServletResponse send(String body, String key, String seen) throws Exception {
    return served.send(DOOR, body, key, seen);
  }

  private MockHttpServletResponse takeBack(String language, @Nullable String seen)
      throws Exception {
    return served.ask(
        "secretariat", seen(delete(DOOR + "/c1/1/" + language + "?consultation=k"), seen));
  }
}
