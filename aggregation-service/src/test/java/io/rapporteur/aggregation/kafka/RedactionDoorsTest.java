package io.rapporteur.aggregation.kafka;

import static io.rapporteur.aggregation.kafka.SharedLog.CONSULTATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Observations;
import io.rapporteur.aggregation.compilation.http.ChangesResource;
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
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.events.SecretariatEvent;
import io.rapporteur.events.VisibilityPolicy;
import io.rapporteur.schemas.http.HttpConfiguration;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.signing.SigningKey;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/** The doors of aggregation on a real log, before and after what is redacted has gone. */
class RedactionDoorsTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String DOOR = "/api/v1/redactions";
  private static final String COMPILATION = "/api/v1/compilations/" + CONSULTATION;

  @TempDir Path folder;

  private SharedLog log;
  private EventLog<SecretariatEvent> work;
  private CompilationDesk desk;
  private LuceneIndex index;
  private MockMvc doors;

  @BeforeEach
  void open() throws Exception {
    log = new SharedLog(folder);
    log.open(VisibilityPolicy.SEALED);
    log.say("c1", "eg", "ask Doe today");
    log.say("c2", "br", "fine");
    log.publish("first", null);
    BrokerAccess access = log.broker.access(Principal.AGGREGATION);
    SchemaIds ids = RememberedSchemas.in(folder.resolve("schema-ids"));
    Clock clock = Clock.systemUTC();
    work = new EventLog<>(TopicCatalogue.SECRETARIAT_EVENTS, access, ids, clock, new ClockSkew());
    desk =
        new CompilationDesk(
            folder.resolve("view"),
            access,
            ids,
            new EventLog<>(TopicCatalogue.PUBLISHED_COMMENTS, access, ids, clock, new ClockSkew()),
            new EventLog<>(TopicCatalogue.EDITION_EVENTS, access, ids, clock, new ClockSkew()),
            SigningKey.of(folder.resolve("edition-key.json")),
            clock);
    index = new LuceneIndex(folder.resolve("index"));
    desk.start();
    Compilations compilations = desk.compilations();
    var looking = new Looking(compilations, clock);
    RedactionLines lines = desk.redactions(work);
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(JsonMapper.class, () -> MAPPER);
      context.register(HttpConfiguration.class);
      context.refresh();
      doors =
          MockMvcBuilders.standaloneSetup(
                  new RedactionsResource(compilations, looking, lines, new Redacting(lines), clock),
                  new CompilationsResource(compilations, Observations.NONE, clock),
                  new ChangesResource(compilations, clock),
                  new SearchResource(
                      new Searches(compilations, index), looking, (c, caller) -> true),
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
    whole("first");
  }

  @AfterEach
  void close() {
    desk.close();
    work.close();
    index.close();
    log.close();
  }

  @Test
  void tellAllFaultsAtOnce() throws Exception {
    MockHttpServletResponse answer =
        ask(
            "secretariat",
            post(DOOR)
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                    """
                    {"consultation":"k","comment":"c1","revision":1,"reason":"whim","more":1,
                     "stretches":[{"exact":"nobody"},{"from":1},{"field":"text","from":3,"to":2},
                       {"field":"text","from":1,"to":99},{"field":"text","language":"fr"}]}\
                    """));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(body(answer).path("errors"))
        .extracting(error -> error.path("field").asString())
        .contains(
            "reason",
            "more",
            "stretches[0]",
            "stretches[1].field",
            "stretches[2].to",
            "stretches[3]",
            "stretches[4].language");
    assertThat(
            body(ask(
                    "secretariat",
                    post(DOOR)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(redaction("c9", 1).replace("\"k\"", "\"elsewhere\""))))
                .path("errors"))
        .extracting(error -> error.path("field").asString())
        .containsExactly("consultation");
    assertThat(body(redact("c9", 1, "a")).path("errors"))
        .extracting(error -> error.path("field").asString())
        .containsExactly("comment");
    assertThat(body(redact("c1", 7, "b")).path("errors"))
        .extracting(error -> error.path("field").asString())
        .containsExactly("revision");
  }

  @Test
  void takeARetryForWhatItIsAndHoldRevisionsAgainstOneAnother() throws Exception {
    MockHttpServletResponse made = redact("c1", 1, "one");
    assertThat(made.getStatus()).as(made.getContentAsString()).isEqualTo(201);
    assertThat(made.getHeader(HttpHeaders.ETAG)).isEqualTo("\"1\"");
    assertThat(redact("c1", 1, "one").getContentAsString()).isEqualTo(made.getContentAsString());
    assertThat(
            ask(
                    "secretariat",
                    post(DOOR)
                        .header("Idempotency-Key", "one")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(redaction("c1", 1).replace("Doe", "today")))
                .getStatus())
        .isEqualTo(422);

    assertThat(lift("c1", 1, null)).isEqualTo(428);
    assertThat(lift("c1", 1, "\"4\"")).isEqualTo(412);
    assertThat(lift("c1", 5, "\"1\"")).isEqualTo(404);
    assertThat(lift("c1", 1, "\"1\"")).isEqualTo(200);
    assertThat(lift("c1", 1, "\"2\"")).isEqualTo(404);
    assertThat(ask("secretariat", get(DOOR + "/c2?consultation=k")).getStatus()).isEqualTo(404);
    JsonNode all = body(ask("secretariat", get(DOOR + "?consultation=k")));
    assertThat(all.path("comments")).hasSize(1);
    assertThat(all.toString()).contains("liftedBy").doesNotContain("Doe");
  }

  @Test
  void keepWhatIsRedactedFromAllButItsAuthorAndTheSecretariat() throws Exception {
    JsonNode made = body(redact("c1", 1, "one"));
    assertThat(made.path("needs").toString())
        .isEqualTo("{\"edition\":\"Corr.1\",\"corrects\":\"first\"}");
    assertThat(text("", COMPILATION)).contains("ask Doe today");

    log.publish("Corr.1", "first");
    whole("Corr.1");

    List<String> served =
        List.of(
            COMPILATION,
            COMPILATION + "?asOf=edition:first",
            COMPILATION + "?asOf=edition:Corr.1",
            COMPILATION + "/changes?from=edition:first",
            COMPILATION + "/changes?from=edition:first&to=edition:Corr.1",
            COMPILATION + "?format=csv",
            COMPILATION + "?format=akn",
            "/api/v1/search?consultation=k&q=today");
    for (String door : served) {
      for (String caller : List.of("", "br", "chair")) {
        assertThat(text(caller, door))
            .as(door + " as " + caller)
            .isNotEmpty()
            .doesNotContain("Doe");
      }
    }
    for (String caller : List.of("", "br")) {
      assertThat(text(caller, COMPILATION))
          .contains("ask [redacted] today", "\"reason\":\"personal-data\"");
      assertThat(text(caller, COMPILATION + "?format=csv")).contains("ask [redacted] today");
      assertThat(text(caller, "/api/v1/search?consultation=k&q=Doe")).contains("\"total\":0");
    }
    for (String caller : List.of("eg", "secretariat")) {
      assertThat(text(caller, COMPILATION)).contains("ask Doe today");
      assertThat(text(caller, COMPILATION + "?format=csv"))
          .contains("ask Doe today", "not for distribution");
    }
    assertThat(body(ask("secretariat", get(DOOR + "/c1?consultation=k"))).has("needs")).isFalse();
  }

  private void whole(String edition) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> desk.compilations().manifest(CONSULTATION, edition).isPresent());
  }

  private MockHttpServletResponse redact(String comment, int revision, String key)
      throws Exception {
    return ask(
        "secretariat",
        post(DOOR)
            .header("Idempotency-Key", key)
            .contentType(MediaType.APPLICATION_JSON)
            .content(redaction(comment, revision)));
  }

  private static String redaction(String comment, int revision) {
    return """
    {"consultation":"k","comment":"%s","revision":%d,"reason":"personal-data","stretches":[{"exact":"Doe"}]}\
    """
        .formatted(comment, revision);
  }

  private int lift(String comment, int redaction, @org.jspecify.annotations.Nullable String seen)
      throws Exception {
    MockHttpServletRequestBuilder request =
        delete(DOOR + "/" + comment + "/" + redaction + "?consultation=k");
    return ask("secretariat", seen == null ? request : request.header(HttpHeaders.IF_MATCH, seen))
        .getStatus();
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
    boolean role = caller.equals("secretariat") || caller.equals("chair");
    Jwt jwt =
        Jwt.withTokenValue("t")
            .header("alg", "none")
            .subject(caller)
            .claim("participant", caller)
            .issuedAt(Instant.EPOCH)
            .build();
    return new JwtAuthenticationToken(
        jwt,
        AuthorityUtils.createAuthorityList(
            "ROLE_" + (role ? caller.toUpperCase(java.util.Locale.ROOT) : "DELEGATION")),
        caller);
  }
}
