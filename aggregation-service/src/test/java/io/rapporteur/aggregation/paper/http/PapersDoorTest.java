package io.rapporteur.aggregation.paper.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.DraftEntry;
import io.rapporteur.aggregation.compilation.Filing;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Leaf;
import io.rapporteur.aggregation.compilation.Manifest;
import io.rapporteur.aggregation.compilation.Notice;
import io.rapporteur.aggregation.compilation.Observations;
import io.rapporteur.aggregation.compilation.Place;
import io.rapporteur.aggregation.compilation.http.CompilationsResource;
import io.rapporteur.aggregation.compilation.http.Looking;
import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.meeting.Meetings;
import io.rapporteur.aggregation.meeting.Step;
import io.rapporteur.aggregation.meeting.Surroundings;
import io.rapporteur.aggregation.paper.Exporting;
import io.rapporteur.aggregation.paper.Sample;
import io.rapporteur.aggregation.paper.akn.AkomaNtosoPapers;
import io.rapporteur.aggregation.paper.docx.DocxPapers;
import io.rapporteur.aggregation.paper.pdf.PdfPapers;
import io.rapporteur.aggregation.paper.sheet.CsvSheets;
import io.rapporteur.aggregation.paper.sheet.XlsxSheets;
import io.rapporteur.aggregation.publication.KeptSignatures;
import io.rapporteur.aggregation.publication.http.AtomFeedResource;
import io.rapporteur.aggregation.publication.http.BundleResource;
import io.rapporteur.schemas.http.HttpConfiguration;
import io.rapporteur.schemas.signing.SigningKey;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PapersDoorTest {

  private static final String COMPILATION = "/api/v1/compilations/" + Sample.CONSULTATION;
  private static final String EXPORTS = COMPILATION + "/exports";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir private Path folder;
  @TempDir private Path keys;
  private final Kept kept = new Kept();
  private final OneMeeting meetings = new OneMeeting();
  private Exporting exporting;
  private MockMvc door;

  @BeforeEach
  void open() throws IOException {
    Exporting.Writers writers =
        asked ->
            switch (asked.format()) {
              case DOCX -> new DocxPapers();
              case PDF -> new PdfPapers(folder);
              case XLSX -> new XlsxSheets(asked.order());
              case CSV -> new CsvSheets(asked.order());
              case AKN -> new AkomaNtosoPapers();
            };
    Clock clock = Clock.systemUTC();
    exporting =
        new Exporting(
            Files.createDirectory(folder.resolve("exports")),
            Duration.ofHours(1),
            writers,
            () -> UUID.randomUUID().toString(),
            clock);
    var compilation = new CompilationsResource(kept, Observations.NONE, clock);
    var looking = new Looking(kept, clock);
    var papers =
        new ReadersPapers(
            kept,
            (consultation, caller, moment) -> looking.look(consultation, caller, moment, "asOf"),
            Observations.NONE,
            clock);
    var atOnce = new AtOnce(writers, folder);
    SigningKey key = SigningKey.of(keys.resolve("key.json"));
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(JsonMapper.class, () -> MAPPER);
      context.register(HttpConfiguration.class);
      context.refresh();
      door =
          MockMvcBuilders.standaloneSetup(
                  compilation,
                  new PapersResource(papers, atOnce),
                  new AtomFeedResource(kept, looking, meetings),
                  new BundleResource(
                      kept,
                      looking,
                      meetings,
                      new Nowhere(),
                      key,
                      new KeptSignatures(key, keys.resolve("signatures")),
                      atOnce),
                  new ExportsResource(exporting, papers))
              .setControllerAdvice(
                  context.getBeansWithAnnotation(RestControllerAdvice.class).values().toArray())
              .build();
    }
  }

  @AfterEach
  void close() {
    exporting.close();
  }

  @ParameterizedTest
  @CsvSource({
    "docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document, docx",
    "pdf, application/pdf, pdf",
    "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, xlsx",
    "csv, text/csv;charset=UTF-8, csv",
    "akn, application/akn+xml, akn.xml"
  })
  void givesEachFormatByNameAndByWhatIsAccepted(String format, String type, String ending)
      throws Exception {
    List<MockHttpServletRequestBuilder> both =
        List.of(
            get(COMPILATION + "?language=ar&format=" + format),
            get(COMPILATION + "?language=ar").header(HttpHeaders.ACCEPT, type.split(";", 2)[0]));
    for (MockHttpServletRequestBuilder request : both) {
      ask("secretariat", request)
          .andExpect(status().isOk())
          .andExpect(header().string(HttpHeaders.CONTENT_TYPE, type))
          .andExpect(header().string(HttpHeaders.CONTENT_LANGUAGE, "ar"))
          .andExpect(header().stringValues(HttpHeaders.VARY, hasItem(HttpHeaders.ACCEPT)))
          .andExpect(
              header()
                  .string(
                      HttpHeaders.CONTENT_DISPOSITION,
                      "attachment; filename=\"stocktaking-comments-ar." + ending + "\""));
    }
    assertThat(folder.toFile().list()).containsExactly("exports");
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "'', '*/*'",
    "'', 'text/html,application/xhtml+xml,*/*;q=0.8'",
    "'', application/json",
    "'', 'application/json, application/pdf;q=0.5'",
    "?format=json, ''"
  })
  void givesJsonToEveryoneElse(String query, String accepted) throws Exception {
    MockHttpServletRequestBuilder request = get(COMPILATION + query);
    if (!accepted.isEmpty()) {
      request.header(HttpHeaders.ACCEPT, accepted);
    }

    ask("secretariat", request)
        .andExpect(status().isOk())
        .andExpect(header().stringValues(HttpHeaders.VARY, hasItem(HttpHeaders.ACCEPT)))
        .andExpect(jsonPath("$.consultation").value(Sample.CONSULTATION));
  }

  @Test
  void namesTheFormatsThereAreAndAllOtherFaultsAtOnce() throws Exception {
    ask("secretariat", get(COMPILATION + "?format=doc&language=de&order=din&section=x&kind=y"))
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.errors.length()").value(5))
        .andExpect(
            jsonPath("$.errors[0].message")
                .value("format: doc (expected: one of docx, pdf, xlsx, csv, akn, json)"));
    ask("secretariat", get(COMPILATION).header(HttpHeaders.ACCEPT, "image/png"))
        .andExpect(status().isNotAcceptable());
    ask(
            "secretariat",
            get(COMPILATION + "?format=json").header(HttpHeaders.ACCEPT, "application/pdf"))
        .andExpect(status().isNotAcceptable());
    ask("secretariat", get("/api/v1/compilations/nowhere?format=csv"))
        .andExpect(status().isNotFound());
  }

  @Test
  void letsTheSecretariatAloneTypeASymbol() throws Exception {
    String typed = "?format=csv&symbol=UNODC/CCPCJ/EG.4/2021/CRP.1&distribution=General";

    String paper =
        ask("secretariat", get(COMPILATION + typed))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);

    assertThat(paper)
        .contains("UNODC/CCPCJ/EG.4/2021/CRP.1", "Distr.: General")
        .doesNotContain("Advance unedited version");
    ask("eg", get(COMPILATION + typed))
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.errors.length()").value(2));
    ask("secretariat", get(COMPILATION + "?format=csv").param("symbol", "x".repeat(101)))
        .andExpect(status().is(422));
  }

  @Test
  void givesADelegationItsOwnAndThePublicAnEdition() throws Exception {
    assertThat(csv("secretariat")).contains(Sample.ENGLISH, Sample.ARABIC);
    assertThat(csv("eg")).contains(Sample.ARABIC).doesNotContain(Sample.ENGLISH, Sample.CHINESE);
    assertThat(csv("")).doesNotContain(Sample.ENGLISH, Sample.ARABIC, Sample.CHINESE);

    kept.publish("first", Sample.comments().subList(0, 1));

    assertThat(csv("")).contains(Sample.CHINESE).doesNotContain(Sample.ENGLISH, Sample.ARABIC);
    assertThat(csv("eg")).contains(Sample.ARABIC, Sample.CHINESE).doesNotContain(Sample.ENGLISH);
  }

  @Test
  void givesTheCommentsOnOneEntryOfTheDraftAtOnceAndAsAnExport() throws Exception {
    kept.onTheDraft =
        List.of(
            Sample.onEntry("e1", "br", 1, "on the first"),
            Sample.onEntry("e2", "br", 2, "on the second"));
    for (String format : List.of("csv", "akn")) {
      assertThat(
              ask("secretariat", get(COMPILATION + "?entry=2&format=" + format))
                  .andExpect(status().isOk())
                  .andReturn()
                  .getResponse()
                  .getContentAsString())
          .contains("on the second", "It shows a part of the compilation: Entry 2.")
          .doesNotContain("on the first", Sample.ENGLISH);
    }

    String path =
        location(
            ask("secretariat", json(post(EXPORTS), "{\"format\":\"csv\",\"entry\":\"entry 2\"}"))
                .andExpect(status().isAccepted()));
    JsonNode done = await().until(() -> body("secretariat", path), e -> e.has("endedAt"));

    assertThat(
            ask("secretariat", get(done.path("file").asString()))
                .andReturn()
                .getResponse()
                .getContentAsString())
        .contains("on the second")
        .doesNotContain("on the first", Sample.ENGLISH);
  }

  @Test
  void showsCommentsWhereTheirItemWasMergedAndAtTheItemToWhoAsksForIt() throws Exception {
    kept.merged = true;
    String notice = "On item 13(a), since merged into 13(jj).";

    ask("secretariat", get(COMPILATION))
        .andExpect(jsonPath("$.sections[0].recommendations[0].status").value("merged"))
        .andExpect(jsonPath("$.sections[0].recommendations[0].into").value(Sample.ITEM_JJ))
        .andExpect(jsonPath("$.sections[0].recommendations[0].comments.length()").value(0))
        .andExpect(jsonPath("$.sections[0].recommendations[1].comments.length()").value(4))
        .andExpect(
            jsonPath("$.sections[0].recommendations[1].comments[0].recommendation")
                .value(Sample.ITEM_A))
        .andExpect(
            jsonPath("$.sections[0].recommendations[1].comments[0].lineage.notice").value(notice))
        .andExpect(jsonPath("$.general[0].lineage").doesNotExist());
    for (String reference : List.of("13(a)", "13(jj)")) {
      ask("secretariat", get(COMPILATION + "/recommendations/{reference}", reference))
          .andExpect(jsonPath("$.sections[0].recommendations.length()").value(1))
          .andExpect(jsonPath("$.sections[0].recommendations[0].comments.length()").value(4))
          .andExpect(
              jsonPath("$.sections[0].recommendations[0].comments[0].lineage.notice")
                  .value(notice));
    }
    assertThat(csv("secretariat")).contains("On Item 1, 13(a), since merged into Item 36, 13(jj)");
  }

  /** Archives count in steps of two seconds. */
  @Test
  void givesTheSameBytesOfTheSameMomentForGood() throws Exception {
    List<String> formats = List.of("docx", "pdf", "xlsx", "csv", "akn");
    String asked = COMPILATION + "?language=ar&format=%s&asOf=cut:%d";
    Map<String, byte[]> first = new HashMap<>();
    for (String format : formats) {
      first.put(format, bytes("secretariat", asked.formatted(format, 4)));
    }
    Thread.sleep(2_100);

    for (String format : formats) {
      assertThat(bytes("secretariat", asked.formatted(format, 4)))
          .as(format)
          .isEqualTo(first.get(format));
      assertThat(bytes("secretariat", asked.formatted(format, 1)))
          .as(format)
          .isNotEqualTo(first.get(format));
    }
  }

  @Test
  void saysOfWhichMomentItIs() throws Exception {
    String cut = csv("secretariat", "&asOf=cut:1");
    String time = csv("secretariat", "&asOf=1970-01-01T00:00:02Z");
    String now = csv("secretariat", "&asOf=" + Instant.now().truncatedTo(ChronoUnit.SECONDS));

    assertThat(cut)
        .contains("State of the log, by which the same can be asked for again: cut:1")
        .contains(Sample.CHINESE, "1 January 1970")
        .doesNotContain(Sample.ENGLISH, "Provisional");
    assertThat(time)
        .contains("State of the compilation on 1 January 1970 at 00:00:02 UTC.", "cut:0")
        .doesNotContain(Sample.CHINESE);
    assertThat(now).contains("cut:5", "Provisional", Sample.ENGLISH);
    assertThat(csv("secretariat", "")).doesNotContain("cut:", "Provisional");
  }

  @Test
  void givesATimeOrCutToThoseWhoSeeAllAndAnEditionToEveryone() throws Exception {
    kept.publish("first", Sample.comments().subList(0, 1));

    for (String moment : List.of("cut:1", "1970-01-01T00:00:02Z")) {
      for (String other : List.of("eg", "chair", "")) {
        ask(other, get(COMPILATION + "?format=csv&asOf=" + moment))
            .andExpect(status().isForbidden());
      }
      ask("eg", json(post(EXPORTS), "{\"format\":\"csv\",\"asOf\":\"" + moment + "\"}"))
          .andExpect(status().isForbidden());
    }
    assertThat(csv("", "&asOf=edition:first")).contains(Sample.CHINESE);
    ask("", get(COMPILATION + "?format=csv&asOf=edition:none")).andExpect(status().is(422));
    ask("secretariat", get(COMPILATION + "?format=csv&asOf=cut:6")).andExpect(status().is(422));
    ask("secretariat", get(COMPILATION + "?format=csv&asOf=yesterday")).andExpect(status().is(422));
    ask("secretariat", get(COMPILATION + "?format=csv&asOf=2999-01-01T00:00:00Z"))
        .andExpect(status().is(422));
  }

  @Test
  void feedsNothingBeforeTheFirstEditionAndThenWhatItHolds() throws Exception {
    String feed = "/api/v1/compilations/stocktaking/feed.atom?language=en";
    for (String client : List.of("", "eg", "secretariat")) {
      assertThat(new String(bytes(client, feed), StandardCharsets.UTF_8))
          .contains("<feed")
          .doesNotContain("<entry", Sample.ENGLISH);
    }
    String empty = tag(feed);
    kept.publish("first", Sample.comments().subList(0, 1));

    for (String client : List.of("", "eg", "secretariat")) {
      assertThat(new String(bytes(client, feed), StandardCharsets.UTF_8))
          .contains(":first<", Sample.CHINESE)
          .doesNotContain(Sample.ENGLISH, Sample.ARABIC);
    }
    assertThat(tag(feed)).isNotEqualTo(empty);
    ask("", get(feed).header(HttpHeaders.IF_NONE_MATCH, tag(feed)))
        .andExpect(status().isNotModified());
    ask("", get(feed).header(HttpHeaders.IF_NONE_MATCH, empty)).andExpect(status().isOk());
    ask("", get(feed + "&page=2")).andExpect(status().is(422));
    ask("", get("/api/v1/compilations/nowhere/feed.atom")).andExpect(status().isNotFound());
  }

  @Test
  void feedsTheDraftFromTheFirstEditionOnAndTheAdoptedListAtOnce() throws Exception {
    String feed = "/api/v1/compilations/stocktaking/feed.atom?language=en";
    String empty = tag(feed);

    meetings.happens(new Step.Circulated(1, Optional.of("w-note"), Optional.empty(), List.of()));
    assertThat(tag(feed)).isEqualTo(empty);
    for (String client : List.of("", "eg", "secretariat")) {
      assertThat(new String(bytes(client, feed), StandardCharsets.UTF_8)).doesNotContain("<entry");
    }

    kept.publish("first", Sample.comments().subList(0, 1));
    String published = tag(feed);
    assertThat(new String(bytes("", feed), StandardCharsets.UTF_8))
        .contains("Consolidated draft, version 1", "/api/v1/entries?consultation=stocktaking")
        .doesNotContain("w-note", "/api/v1/adopted/");

    meetings.happens(new Step.ListAdopted("en", Instant.EPOCH));
    assertThat(tag(feed)).isNotEqualTo(published);
    assertThat(new String(bytes("", feed), StandardCharsets.UTF_8))
        .contains("/api/v1/adopted/stocktaking");
  }

  private String tag(String path) throws Exception {
    List<String> tags = ask("", get(path)).andReturn().getResponse().getHeaders(HttpHeaders.ETAG);
    assertThat(tags).hasSize(1);
    return tags.getFirst();
  }

  @Test
  void bundlesAnEditionThatIsWholeAlikeForEveryone() throws Exception {
    String bundle = "/api/v1/compilations/stocktaking/editions/first/bundle";
    ask("secretariat", get(bundle)).andExpect(status().isNotFound());
    kept.publish("first", Sample.comments().subList(0, 1));

    byte[] made = bytes("", bundle);

    assertThat(bytes("secretariat", bundle)).isEqualTo(made);
    assertThat(bytes("eg", bundle)).isEqualTo(made);
    List<String> files = new ArrayList<>();
    var content = new StringBuilder();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(made))) {
      for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
        files.add(file.getName());
        content.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(files)
        .contains("index.html", "index.ar.html", "compilation.json", "items.json", "README.txt")
        .contains("comments.csv", "edition.json", "edition-keys.json", "manifest.jws")
        .noneMatch(file -> file.startsWith("decisions") || file.startsWith("draft"));
    assertThat(content).contains(Sample.CHINESE).doesNotContain(Sample.ENGLISH, Sample.ARABIC);
  }

  @Test
  void makesAnExportThatItsOwnerFetchesAndNobodyElse() throws Exception {
    String path =
        location(
            ask(
                    "eg",
                    json(
                        post(EXPORTS),
                        "{\"format\":\"csv\",\"language\":\"ar\",\"order\":\"iso\"}"))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.order").value("iso")));

    JsonNode done = await().until(() -> body("eg", path), e -> e.has("endedAt"));

    assertThat(done.path("state").asString()).isEqualTo("done");
    assertThat(done.path("done").asInt()).isEqualTo(2);
    String file = done.path("file").asString();
    ask("eg", get(file))
        .andExpect(status().isOk())
        .andExpect(
            header()
                .string(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"stocktaking-comments-iso-ar.csv\""));
    for (String other : List.of("br", "secretariat")) {
      ask(other, get(path)).andExpect(status().isNotFound());
      ask(other, get(file)).andExpect(status().isNotFound());
      ask(other, delete(path)).andExpect(status().isNotFound());
    }
    assertThat(body("br", path)).isEqualTo(body("br", "/api/v1/exports/missing"));
    ask("eg", delete(path)).andExpect(status().isNoContent());
    ask("eg", get(file)).andExpect(status().isNotFound());
  }

  @Test
  void servesWhatWasSeenByAGrantWhileTheGrantStands() throws Exception {
    kept.grant("chair", Instant.MAX);
    String path =
        location(
            ask("chair", json(post(EXPORTS), "{\"format\":\"csv\"}"))
                .andExpect(status().isAccepted()));
    JsonNode done = await().until(() -> body("chair", path), e -> e.has("endedAt"));
    String file = done.path("file").asString();

    assertThat(
            ask("chair", get(file))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8))
        .contains(Sample.ENGLISH);
    kept.grant("chair", Instant.EPOCH);

    ask("chair", get(file)).andExpect(status().isNotFound());
  }

  @Test
  void refusesAnExportWithFaultsWithoutTakingItOn() throws Exception {
    ask("eg", json(post(EXPORTS), "{\"format\":\"odt\",\"symbol\":\"A/1\",\"language\":\"xx\"}"))
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.errors.length()").value(3))
        .andExpect(
            jsonPath("$.errors[0].message")
                .value("format: odt (expected: one of docx, pdf, xlsx, csv, akn)"));
    ask("eg", json(post(EXPORTS), "{\"format\":7,\"pages\":\"all\"}"))
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.errors.length()").value(2));
    ask("eg", json(post(EXPORTS), "{}"))
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.detail").value(containsString("format: missing")));
  }

  private static String location(ResultActions answer) {
    return Objects.requireNonNull(answer.andReturn().getResponse().getHeader(HttpHeaders.LOCATION));
  }

  private static MockHttpServletRequestBuilder json(
      MockHttpServletRequestBuilder request, String body) {
    return request.contentType(MediaType.APPLICATION_JSON).content(body);
  }

  private JsonNode body(String client, String path) throws Exception {
    return MAPPER.readTree(ask(client, get(path)).andReturn().getResponse().getContentAsString());
  }

  private String csv(String client) throws Exception {
    return csv(client, "");
  }

  private String csv(String client, String more) throws Exception {
    return new String(bytes(client, COMPILATION + "?format=csv" + more), StandardCharsets.UTF_8);
  }

  private byte[] bytes(String client, String path) throws Exception {
    return ask(client, get(path))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsByteArray();
  }

  private ResultActions ask(String client, MockHttpServletRequestBuilder request) throws Exception {
    if (client.isEmpty()) {
      return door.perform(request);
    }
    boolean delegation = !List.of("secretariat", "chair").contains(client);
    var token =
        Jwt.withTokenValue("token").header("alg", "none").subject(client).claim("scope", "all");
    if (delegation) {
      token.claim("participant", client);
    }
    return door.perform(
        request.principal(
            new JwtAuthenticationToken(
                token.build(),
                AuthorityUtils.createAuthorityList(
                    delegation
                        ? "ROLE_DELEGATION"
                        : "ROLE_" + client.toUpperCase(java.util.Locale.ROOT)))));
  }

  /** What has happened in it is what a test says. */
  private static final class OneMeeting implements Meetings {

    private final List<Step> steps = new ArrayList<>();

    void happens(Step.Fact fact) {
      steps.add(
          new Step(
              Sample.CONSULTATION,
              steps.size() + 1,
              "r" + steps.size(),
              "d",
              Instant.EPOCH,
              "the-chair",
              "chair",
              fact));
    }

    @Override
    public Meeting meeting(String consultation) {
      return Meeting.of(consultation).after(steps);
    }

    @Override
    public void append(Step step) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean catchUp() {
      return true;
    }
  }

  /** What is around it is not known. */
  private static final class Nowhere implements Surroundings {

    @Override
    public Optional<String> participantClass(String code) {
      return Optional.empty();
    }

    @Override
    public ZoneId zone(String consultation) {
      return ZoneOffset.UTC;
    }
  }

  /** A compilation in memory. */
  private static final class Kept implements Compilations {

    private volatile Map<String, List<Comment>> editions = Map.of();
    private volatile boolean merged;
    private volatile List<Comment> onTheDraft = List.of();
    private final Map<String, Instant> sight = new HashMap<>();

    void publish(String edition, List<Comment> comments) {
      editions = Map.of(edition, comments);
    }

    synchronized void grant(String role, Instant until) {
      sight.put(role, until);
    }

    @Override
    public synchronized Optional<Consultation> consultation(String id) {
      Consultation sample = Sample.consultation();
      return id.equals(sample.id())
          ? Optional.of(
              new Consultation(
                  id,
                  sample.titles(),
                  sample.documents(),
                  editions.keySet().stream()
                      .map(name -> new Consultation.Edition(name, Instant.EPOCH))
                      .toList(),
                  Map.copyOf(sight)))
          : Optional.empty();
    }

    @Override
    public List<Consultation> consultations() {
      return List.of();
    }

    @Override
    public List<Item> items(Consultation consultation) {
      return merged ? List.of(Sample.merged(), Sample.items().getLast()) : Sample.items();
    }

    @Override
    public List<DraftEntry> entries(String consultation) {
      return List.of();
    }

    @Override
    public Optional<List<Stretch>> difference(Comment comment) {
      return Optional.empty();
    }

    @Override
    public List<List<Comment>> histories(String consultation) {
      List<Comment> comments =
          Stream.concat(Sample.comments().stream(), onTheDraft.stream()).toList();
      return IntStream.range(0, comments.size())
          .mapToObj(rank -> List.of(filed(comments.get(rank), rank)))
          .toList();
    }

    private static Comment filed(Comment comment, int rank) {
      return new Comment(
          comment.id(),
          comment.revision(),
          comment.withdrawn(),
          comment.consultation(),
          comment.round(),
          comment.late(),
          comment.submittedAt(),
          comment.receivedAt(),
          comment.participant(),
          comment.participantClass(),
          comment.regionalGroup(),
          comment.document(),
          comment.section(),
          comment.recommendation(),
          comment.recommendationVersion(),
          comment.entry(),
          comment.draftVersion(),
          comment.onBehalfOf(),
          comment.coSponsors(),
          comment.inForce(),
          comment.waiting(),
          comment.content(),
          Optional.of(
              new Filing(
                  new Place(0, rank, Instant.ofEpochSecond(3)),
                  "submitted",
                  Optional.empty(),
                  Optional.empty(),
                  new Filing.ReceiptCard("", "", "", ""))));
    }

    @Override
    public Optional<Manifest> manifest(String consultation, String edition, Audience audience) {
      return Optional.ofNullable(editions.get(edition))
          .map(comments -> new Manifest(edition, comments.size(), "", "", ""));
    }

    @Override
    public List<Comment> published(String consultation, String edition, Audience audience) {
      return editions.getOrDefault(edition, List.of());
    }

    @Override
    public Optional<List<Comment>> computed(
        String consultation, String edition, Audience audience) {
      return Optional.empty();
    }

    @Override
    public List<Leaf> leaves(String consultation, String edition) {
      return List.of();
    }

    @Override
    public Map<String, String> participants() {
      return Map.of();
    }

    @Override
    public long progress() {
      return 0;
    }

    @Override
    public int partitions() {
      return 1;
    }

    @Override
    public List<Notice> notices(String consultation, String edition, Audience audience) {
      return List.of();
    }

    @Override
    public Map<String, String> names(String language) {
      return Map.of("eg", "Egypt", "br", "Brazil");
    }

    @Override
    public boolean freshen() {
      return true;
    }

    @Override
    public boolean catchUp() {
      return true;
    }
  }
}
