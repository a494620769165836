package io.rapporteur.aggregation.kafka;

import static io.rapporteur.aggregation.kafka.SharedLog.CONSULTATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Manifest;
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
import io.rapporteur.aggregation.secretariat.http.WorkDoor;
import io.rapporteur.aggregation.translation.http.TranslationEditions;
import io.rapporteur.aggregation.translation.http.TranslationProgressResource;
import io.rapporteur.aggregation.translation.http.TranslationsResource;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

/** The doors of aggregation on a real log, as each caller finds them. */
final class ServedLog implements AutoCloseable {

  static final String COMPILATION = "/api/v1/compilations/" + CONSULTATION;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Clock CLOCK = Clock.systemUTC();

  final SharedLog log;
  final CompilationDesk desk;
  private final Path folder;
  private final SchemaIds ids;
  private final BrokerAccess access;
  private final EventLog<SecretariatEvent> work;
  private final LuceneIndex index;
  private final MockMvc doors;

  /** A consultation is open with two comments, "ask Doe today" of Egypt and "fine" of Brazil. */
  ServedLog(Path folder, VisibilityPolicy visibility) throws IOException {
    this.folder = folder;
    log = new SharedLog(folder);
    log.open(visibility);
    log.say("c1", "eg", "ask Doe today");
    log.say("c2", "br", "fine");
    ids = RememberedSchemas.in(folder.resolve("schema-ids"));
    access = log.broker.access(Principal.AGGREGATION);
    work = new EventLog<>(TopicCatalogue.SECRETARIAT_EVENTS, access, ids, CLOCK, new ClockSkew());
    desk = desk("view");
    index = new LuceneIndex(folder.resolve("index"));
    Compilations compilations = desk.compilations();
    var looking = new Looking(compilations, CLOCK);
    RedactionLines lines = desk.redactions(work);
    var door = new WorkDoor(looking, desk.workedOn(), desk.rows(work), CLOCK);
    doors =
        served(
            new TranslationsResource(
                door,
                lines,
                new TranslationEditions(compilations, looking, desk.translationsInEditions())),
            new TranslationProgressResource(door, lines),
            new RedactionsResource(compilations, looking, lines, new Redacting(lines), CLOCK),
            new CompilationsResource(compilations, Observations.NONE, CLOCK),
            new ChangesResource(compilations, CLOCK),
            new SearchResource(
                new Searches(compilations, index), looking, (consultation, caller) -> false),
            new PapersResource(
                new ReadersPapers(
                    compilations,
                    (consultation, caller, moment) ->
                        looking.look(consultation, caller, moment, "asOf"),
                    Observations.NONE,
                    CLOCK),
                new AtOnce(
                    asked ->
                        switch (asked.format()) {
                          case AKN -> new AkomaNtosoPapers();
                          default -> new CsvSheets(asked.order());
                        },
                    Files.createDirectory(folder.resolve("papers")))));
    await().atMost(PATIENCE).until(desk.reader()::ready);
  }

  private static MockMvc served(Object... resources) {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(JsonMapper.class, () -> MAPPER);
      context.register(HttpConfiguration.class);
      context.refresh();
      return MockMvcBuilders.standaloneSetup(resources)
          .setControllerAdvice(
              context.getBeansWithAnnotation(RestControllerAdvice.class).values().toArray())
          .build();
    }
  }

  /** One more view of the log, kept in another folder. */
  CompilationDesk desk(String view) throws IOException {
    var opened =
        new CompilationDesk(
            folder.resolve(view),
            access,
            ids,
            new EventLog<>(TopicCatalogue.PUBLISHED_COMMENTS, access, ids, CLOCK, new ClockSkew()),
            new EventLog<>(TopicCatalogue.EDITION_EVENTS, access, ids, CLOCK, new ClockSkew()),
            SigningKey.of(folder.resolve("edition-key.json")),
            CLOCK);
    opened.start();
    return opened;
  }

  /** Publishes an edition and waits until it is whole. */
  Manifest publish(String edition, @Nullable String corrects) {
    log.publish(edition, corrects);
    await()
        .atMost(PATIENCE)
        .until(() -> desk.compilations().manifest(CONSULTATION, edition).isPresent());
    return desk.compilations().manifest(CONSULTATION, edition).orElseThrow();
  }

  /**
   * What a door answers.
   *
   * @param caller a role, the code of a delegation, or empty for the public
   */
  MockHttpServletResponse ask(String caller, MockHttpServletRequestBuilder request)
      throws Exception {
    return doors
        .perform(caller.isEmpty() ? request : request.principal(token(caller)))
        .andReturn()
        .getResponse();
  }

  /** What a door answers with 200. */
  String text(String caller, String door) throws Exception {
    MockHttpServletResponse answer = ask(caller, get(door));
    assertThat(answer.getStatus()).as(door).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  /** What the secretariat sends to a door. */
  MockHttpServletResponse send(String door, String body, String key, @Nullable String seen)
      throws Exception {
    MockHttpServletRequestBuilder request =
        post(door)
            .header("Idempotency-Key", key)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body);
    return ask("secretariat", seen(request, seen));
  }

  /** A request that names the revision that its caller has seen, if it has seen one. */
  static MockHttpServletRequestBuilder seen(
      MockHttpServletRequestBuilder request, @Nullable String seen) {
    return seen == null ? request : request.header(HttpHeaders.IF_MATCH, seen);
  }

  static JsonNode body(MockHttpServletResponse answer) throws Exception {
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
            "ROLE_" + (role ? caller.toUpperCase(Locale.ROOT) : "DELEGATION")),
        caller);
  }

  @Override
  public void close() {
    desk.close();
    work.close();
    index.close();
    log.close();
  }
}
