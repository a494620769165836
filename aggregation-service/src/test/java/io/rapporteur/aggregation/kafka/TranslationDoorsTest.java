package io.rapporteur.aggregation.kafka;

import static io.rapporteur.aggregation.kafka.SharedLog.CONSULTATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.Digest;
import io.rapporteur.aggregation.compilation.Manifest;
import io.rapporteur.aggregation.compilation.Observations;
import io.rapporteur.aggregation.compilation.http.CompilationsResource;
import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.paper.akn.AkomaNtosoPapers;
import io.rapporteur.aggregation.paper.http.AtOnce;
import io.rapporteur.aggregation.paper.http.PapersResource;
import io.rapporteur.aggregation.paper.http.ReadersPapers;
import io.rapporteur.aggregation.paper.sheet.CsvSheets;
import io.rapporteur.aggregation.redaction.Redacting;
import io.rapporteur.aggregation.redaction.RedactionLines;
import io.rapporteur.aggregation.redaction.http.RedactionsResource;
import io.rapporteur.aggregation.search.Searches;
import io.rapporteur.aggregation.search.http.SearchResource;
import io.rapporteur.aggregation.search.lucene.LuceneIndex;
import io.rapporteur.aggregation.secretariat.http.WorkDoor;
import io.rapporteur.aggregation.translation.http.TranslationEditions;
import io.rapporteur.aggregation.translation.http.TranslationProgressResource;
import io.rapporteur.aggregation.translation.http.TranslationsResource;
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.events.Author;
import io.rapporteur.events.CommentContent;
import io.rapporteur.events.CommentKind;
import io.rapporteur.events.CommentTarget;
import io.rapporteur.events.ParticipantClass;
import io.rapporteur.events.SecretariatEvent;
import io.rapporteur.events.SecretariatTranslation;
import io.rapporteur.events.VisibilityPolicy;
import io.rapporteur.schemas.http.HttpConfiguration;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.signing.SigningKey;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.AvroDeserializer;
import io.rapporteur.schemas.wire.AvroSerializer;
import io.rapporteur.schemas.wire.SchemaIds;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.PublishedComment;
import io.rapporteur.states.PublishedRecord;
import io.rapporteur.states.Standing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who reads a courtesy translation of the secretariat, and from when on, on a real log. */
class TranslationDoorsTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String DOOR = "/api/v1/translations";
  private static final String AS_RECEIVED = "as-received";
  private static final String COMPILATION = "/api/v1/compilations/" + CONSULTATION;
  private static final List<String> SERVED =
      List.of(
          COMPILATION,
          COMPILATION + "?format=csv",
          COMPILATION + "?format=akn",
          "/api/v1/search?consultation=k&q=bonjour");

  @TempDir Path folder;

  private SharedLog log;
  private EventLog<SecretariatEvent> work;
  private CompilationDesk desk;
  private LuceneIndex index;
  private MockMvc doors;

  @BeforeEach
  void open(TestInfo test) throws Exception {
    log = new SharedLog(folder);
    log.open(
        test.getTags().contains(AS_RECEIVED)
            ? VisibilityPolicy.AS_RECEIVED
            : VisibilityPolicy.SEALED);
    log.say("c1", "eg", "ask Doe today");
    log.say("c2", "br", "fine");
    SchemaIds ids = RememberedSchemas.in(folder.resolve("schema-ids"));
    Clock clock = Clock.systemUTC();
    work =
        new EventLog<>(
            TopicCatalogue.SECRETARIAT_EVENTS,
            log.broker.access(Principal.AGGREGATION),
            ids,
            clock,
            new ClockSkew());
    desk = desk("view");
    index = new LuceneIndex(folder.resolve("index"));
    Compilations compilations = desk.compilations();
    var looking = new Looking(compilations, clock);
    RedactionLines lines = desk.redactions(work);
    var door = new WorkDoor(looking, desk.workedOn(), desk.rows(work), clock);
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(JsonMapper.class, () -> MAPPER);
      context.register(HttpConfiguration.class);
      context.refresh();
      doors =
          MockMvcBuilders.standaloneSetup(
                  new TranslationsResource(
                      door,
                      lines,
                      new TranslationEditions(
                          compilations, looking, desk.translationsInEditions())),
                  new TranslationProgressResource(door, lines),
                  new RedactionsResource(compilations, looking, lines, new Redacting(lines), clock),
                  new CompilationsResource(compilations, Observations.NONE, clock),
                  new SearchResource(
                      new Searches(compilations, index), looking, (consultation, caller) -> false),
                  new PapersResource(
                      new ReadersPapers(
                          compilations,
                          (consultation, caller, moment) ->
                              looking.look(consultation, caller, moment, "asOf"),
                          Observations.NONE,
                          clock),
                      new AtOnce(
                          asked ->
                              switch (asked.format()) {
                                case AKN -> new AkomaNtosoPapers();
                                default -> new CsvSheets(asked.order());
                              },
                          Files.createDirectory(folder.resolve("papers")))))
              .setControllerAdvice(
                  context.getBeansWithAnnotation(RestControllerAdvice.class).values().toArray())
              .build();
    }
    await().atMost(Duration.ofSeconds(60)).until(desk.reader()::ready);
  }

  private CompilationDesk desk(String view) throws IOException {
    BrokerAccess access = log.broker.access(Principal.AGGREGATION);
    SchemaIds ids = RememberedSchemas.in(folder.resolve("schema-ids"));
    Clock clock = Clock.systemUTC();
    var opened =
        new CompilationDesk(
            folder.resolve(view),
            access,
            ids,
            new EventLog<>(TopicCatalogue.PUBLISHED_COMMENTS, access, ids, clock, new ClockSkew()),
            new EventLog<>(TopicCatalogue.EDITION_EVENTS, access, ids, clock, new ClockSkew()),
            SigningKey.of(folder.resolve("edition-key.json")),
            clock);
    opened.start();
    return opened;
  }

  @AfterEach
  void close() {
    desk.close();
    work.close();
    index.close();
    log.close();
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
    assertThat(ask("secretariat", get(DOOR + "/c1?consultation=k")).getStatus()).isEqualTo(404);
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
    assertThat(takeBack("c1", "fr", null)).isEqualTo(428);
    assertThat(takeBack("c1", "fr", "\"9\"")).isEqualTo(412);
    assertThat(takeBack("c1", "zh", "\"2\"")).isEqualTo(404);
    assertThat(takeBack("c1", "fr", "\"2\"")).isEqualTo(200);
    assertThat(takeBack("c1", "fr", "\"2\"")).isEqualTo(200);

    JsonNode progress = body(ask("secretariat", get(DOOR + "?consultation=k&language=fr&limit=1")));
    assertThat(progress.path("texts").asInt()).isEqualTo(2);
    assertThat(progress.path("comments"))
        .extracting(each -> each.path("comment").asString())
        .containsExactly("c1");
    assertThat(progress.path("languages").get(3).toString())
        .isEqualTo(
            "{\"language\":\"fr\",\"original\":0,\"byAuthor\":0,\"bySecretariat\":1,\"toBeMadeAnew\":0,\"missing\":1}");
    assertThat(
            body(ask("secretariat", get(DOOR + "?consultation=k&limit=1&after=c1")))
                .path("comments"))
        .extracting(each -> each.path("bySecretariat").toString())
        .containsExactly("[\"fr\"]");
  }

  @Test
  void keepATranslationFromAllWhoDoNotReadTheCommentAsItStandsUntilAnEditionHoldsIt()
      throws Exception {
    assertThat(send(translation("ru", "привет", ""), "ru").getStatus()).isEqualTo(201);
    log.publish("first", null);
    Manifest first = whole("first");
    for (String caller : List.of("", "br")) {
      assertThat(text(caller, COMPILATION)).contains("привет", "\"bySecretariat\":true");
    }

    JsonNode made = body(send(translation("fr", "bonjour", "comme bonjour"), "fr"));
    assertThat(made.path("needs").toString())
        .isEqualTo("{\"edition\":\"Corr.1\",\"corrects\":\"first\"}");
    for (String door : SERVED) {
      for (String caller : List.of("secretariat", "eg")) {
        assertThat(text(caller, door)).as(door + " as " + caller).contains("bonjour");
      }
      for (String caller : List.of("", "br")) {
        assertThat(text(caller, door)).as(door + " as " + caller).doesNotContain("bonjour");
      }
    }
    String cut = body(ask("secretariat", get(COMPILATION))).path("asOf").path("cut").asString();
    JsonNode asOf = body(ask("secretariat", get(COMPILATION + "?asOf=" + cut)));
    assertThat(asOf.toString()).doesNotContain("bonjour");
    assertThat(asOf.path("digest"))
        .isEqualTo(body(ask("secretariat", get(COMPILATION))).path("digest"));

    log.publish("Corr.1", "first");
    Manifest corrected = whole("Corr.1");

    for (String door : SERVED) {
      for (String caller : List.of("secretariat", "eg", "", "br")) {
        assertThat(text(caller, door)).as(door + " as " + caller).contains("bonjour");
      }
    }
    assertThat(text("", COMPILATION)).contains("comme bonjour", "not official", "привет");
    assertThat(text("", COMPILATION + "?format=csv")).contains("\"\"bySecretariat\"\":true");
    assertThat(text("", COMPILATION + "?format=akn"))
        .contains("Courtesy translation into French by the secretariat, not official");
    assertThat(text("", COMPILATION + "?asOf=edition:first"))
        .contains("привет")
        .doesNotContain("bonjour");
    assertThat(body(ask("secretariat", get(DOOR + "/c1?consultation=k"))).has("needs")).isFalse();
    assertThat(corrected.root()).isEqualTo(first.root());
    assertThat(corrected.digest()).isNotEqualTo(first.digest());
    assertThat(body(ask("", get(COMPILATION))).path("digest").asString())
        .isEqualTo(corrected.digest());
    aViewThatIsRebuiltSaysTheSame(first, corrected);

    assertThat(body(takeBackOf("c1", "fr", "\"2\"")).path("needs").path("edition").asString())
        .isEqualTo("Corr.2");
    assertThat(text("eg", COMPILATION)).doesNotContain("bonjour");
    assertThat(text("br", COMPILATION)).contains("bonjour");
    log.publish("Corr.2", "Corr.1");
    whole("Corr.2");
    assertThat(text("", COMPILATION)).doesNotContain("bonjour").contains("привет");
    assertThat(text("", "/api/v1/search?consultation=k&q=bonjour")).contains("\"total\":0");
  }

  private void aViewThatIsRebuiltSaysTheSame(Manifest first, Manifest corrected)
      throws IOException {
    try (CompilationDesk rebuilt = desk("rebuilt")) {
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
      assertThat(translations(fresh)).isEqualTo(translations(desk.compilations())).hasSize(2);
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
    log.publish("first", null);
    whole("first");
    assertThat(text("", COMPILATION)).contains("bonjour Doe");

    // Words that stand in the translation alone are found, and those of the text.
    assertThat(redact("bonjour", "words of it").getStatus()).isEqualTo(201);
    assertThat(redact("Doe", "a name").getStatus()).isEqualTo(201);
    log.publish("Corr.1", "first");
    whole("Corr.1");

    List<String> doors =
        List.of(
            COMPILATION,
            COMPILATION + "?asOf=edition:first",
            COMPILATION + "?asOf=edition:Corr.1",
            COMPILATION + "?format=csv",
            COMPILATION + "?format=akn");
    for (String door : doors) {
      for (String caller : List.of("", "br")) {
        assertThat(text(caller, door))
            .as(door + " as " + caller)
            .contains("[redacted]")
            .doesNotContain("Doe")
            .doesNotContain("bonjour");
      }
    }
    assertThat(text("", "/api/v1/search?consultation=k&q=bonjour")).contains("\"total\":0");
    assertThat(text("eg", COMPILATION)).contains("bonjour Doe");

    JsonNode progress = body(ask("secretariat", get(DOOR + "?consultation=k&language=fr")));
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
    assertThat(text("", COMPILATION)).doesNotContain("salut");
    log.publish("Corr.2", "Corr.1");
    whole("Corr.2");
    assertThat(text("", COMPILATION))
        .contains("salut", "[redacted]")
        .doesNotContain("bonjour")
        .doesNotContain("[occulté]");
    assertThat(text("", COMPILATION + "?asOf=edition:first"))
        .doesNotContain("bonjour")
        .doesNotContain("salut");
  }

  @Test
  @Tag(AS_RECEIVED)
  void showALaterTextWithoutTheTranslationOfTheOneBefore() throws Exception {
    MockHttpServletResponse made = send(translation("fr", "bonjour", ""), "fr");
    assertThat(body(made).has("needs")).isFalse();
    // Posted as received: at once.
    assertThat(text("", COMPILATION)).contains("bonjour");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(text("", "/api/v1/search?consultation=k&q=bonjour")).contains("c1"));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(inTheTopic("c1/as-received")).contains("bonjour"));

    log.say("c1", "eg", "ask again");

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(text("", COMPILATION)).contains("ask again"));
    for (String caller : List.of("", "eg", "secretariat")) {
      assertThat(text(caller, COMPILATION)).doesNotContain("bonjour");
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
            log.broker.access(Principal.PUBLIC).clientSettings(),
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

  private Manifest whole(String edition) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> desk.compilations().manifest(CONSULTATION, edition).isPresent());
    return desk.compilations().manifest(CONSULTATION, edition).orElseThrow();
  }

  private static String translation(String language, String text, String proposed) {
    return """
    {"consultation":"k","comment":"c1","commentRevision":1,"language":"%s","text":"%s","proposedText":"%s"}\
    """
        .formatted(language, text, proposed.isEmpty() ? "p" : proposed);
  }

  private MockHttpServletResponse redact(String words, String key) throws Exception {
    return ask(
        "secretariat",
        post("/api/v1/redactions")
            .header("Idempotency-Key", key.replace(' ', '-'))
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                """
                {"consultation":"k","comment":"c1","revision":1,"reason":"personal-data","stretches":[{"exact":"%s"}]}\
                """
                    .formatted(words)));
  }

  private MockHttpServletResponse send(String body, String key) throws Exception {
    return send(body, key, null);
  }

  private MockHttpServletResponse send(String body, String key, @Nullable String seen)
      throws Exception {
    MockHttpServletRequestBuilder request =
        post(DOOR)
            .header("Idempotency-Key", key)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body);
    return ask("secretariat", seen == null ? request : request.header(HttpHeaders.IF_MATCH, seen));
  }

  private int takeBack(String comment, String language, @Nullable String seen) throws Exception {
    return takeBackOf(comment, language, seen).getStatus();
  }

  private MockHttpServletResponse takeBackOf(String comment, String language, @Nullable String seen)
      throws Exception {
    MockHttpServletRequestBuilder request =
        delete(DOOR + "/" + comment + "/1/" + language + "?consultation=k");
    return ask("secretariat", seen == null ? request : request.header(HttpHeaders.IF_MATCH, seen));
  }

  private String text(String caller, String door) throws Exception {
    MockHttpServletResponse answer = ask(caller, get(door));
    assertThat(answer.getStatus()).as(door).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse ask(String caller, MockHttpServletRequestBuilder request)
      throws Exception {
    return doors
        .perform(caller.isEmpty() ? request : request.principal(token(caller)))
        .andReturn()
        .getResponse();
  }

  private static JsonNode body(MockHttpServletResponse answer) throws Exception {
    return MAPPER.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
  }

  private static JwtAuthenticationToken token(String caller) {
    Jwt jwt =
        Jwt.withTokenValue("t")
            .header("alg", "none")
            .subject(caller)
            .claim("participant", caller)
            .issuedAt(Instant.EPOCH)
            .build();
    String role = caller.equals("secretariat") ? caller.toUpperCase(Locale.ROOT) : "DELEGATION";
    return new JwtAuthenticationToken(
        jwt, AuthorityUtils.createAuthorityList("ROLE_" + role), caller);
  }
}
