package io.rapporteur.comments.attachment.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.rapporteur.comments.attachment.FakeStore;
import io.rapporteur.comments.attachment.Samples;
import io.rapporteur.comments.attachment.Serving;
import io.rapporteur.comments.attachment.Upload;
import io.rapporteur.comments.attachment.Uploading;
import io.rapporteur.comments.attachment.UploadsInMemory;
import io.rapporteur.comments.attachment.Verdict;
import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.schemas.http.HttpConfiguration;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.json.JsonMapper;

/** What the door does with what comes in, and how it gives out what is kept. */
class AttachmentsDoorTest {

  private static final int LARGEST = 100_000;
  private static final String PDF = "application/pdf";

  @TempDir Path folder;
  private final UploadsInMemory uploads = new UploadsInMemory();
  private final FakeStore store = new FakeStore();
  private final SteppingClock clock = new SteppingClock();
  private boolean open = true;

  /** A clock that goes on by a step whenever it is asked. */
  private static final class SteppingClock extends Clock {

    private Instant now = Instant.parse("2021-02-01T12:00:00Z");
    private Duration step = Duration.ZERO;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      now = now.plus(step);
      return now;
    }
  }

  @Test
  void keepsAFileAndSaysWhatItIs() throws Exception {
    ask("eg", upload(Samples.pdf("x")).queryParam("name", "note.pdf").contentType(PDF))
        .andExpect(status().isCreated())
        .andExpect(header().exists("Location"))
        .andExpect(header().exists("Idempotency-Key"))
        .andExpect(jsonPath("$.name").value("note.pdf"))
        .andExpect(jsonPath("$.mediaType").value(PDF))
        .andExpect(jsonPath("$.state").value("waiting"))
        .andExpect(jsonPath("$.scan").value("not scanned"));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void takesTheNameFromTheHeaderInAnyScript() throws Exception {
    ask(
            "eg",
            upload(Samples.png())
                .header("Content-Disposition", "attachment; filename*=UTF-8''%D9%85%2F..%2Fa.png"))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.name").value("م/../a.png"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void refusesAFileWithoutAName(String name) throws Exception {
    ask("eg", upload(Samples.png()).queryParam("name", name))
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.errors[0].field").value("name"));
  }

  @Test
  void refusesAFileOverTheLimitWhetherItSaysSoOrNot() throws Exception {
    ask("eg", upload(new byte[LARGEST + 1]).queryParam("name", "a.pdf"))
        .andExpect(status().is(413))
        .andExpect(type("too-large"));
    ask("eg", slowly(new byte[LARGEST + 1], LARGEST).queryParam("name", "a.pdf"))
        .andExpect(status().is(413));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesAFileThatComesByteByByteForTooLong() throws Exception {
    clock.step = Duration.ofSeconds(1);

    ask("eg", slowly(Samples.pdf("x"), 1).queryParam("name", "a.pdf"))
        .andExpect(status().is(408))
        .andExpect(type("request-timeout"));
    assertThat(folder).isEmptyDirectory();
    assertThat(uploads.waiting()).isEmpty();
  }

  @Test
  void refusesAFileThatBreaksOff() throws Exception {
    ask("eg", breakingOff(Samples.pdf("x")).queryParam("name", "a.pdf"))
        .andExpect(status().isBadRequest())
        .andExpect(type("malformed-request"));
    assertThat(folder).isEmptyDirectory();
    assertThat(uploads.waiting()).isEmpty();
  }

  @Test
  void refusesAFormAndWhatIsNotOfItsType() throws Exception {
    ask(
            "eg",
            upload(Samples.pdf("x")).queryParam("name", "a.pdf").contentType("multipart/form-data"))
        .andExpect(status().is(415));
    ask("eg", upload(new byte[0]).queryParam("name", "a.pdf")).andExpect(status().is(422));
    ask("eg", upload(Samples.text("text")).queryParam("name", "a.txt"))
        .andExpect(status().is(415))
        .andExpect(type("unsupported-media-type"));
    ask("eg", upload(Samples.png()).queryParam("name", "a.pdf"))
        .andExpect(status().is(422))
        .andExpect(type("file-type-mismatch"));
    ask("eg", upload(Samples.encryptedPdf()).queryParam("name", "a.pdf"))
        .andExpect(status().is(422))
        .andExpect(type("file-encrypted"));
  }

  @Test
  void saysThatTheStoreDoesNotAnswerAndTakesTheSameRequestLater() throws Exception {
    store.down(true);
    ask("eg", upload(Samples.png()).queryParam("name", "a.png").header("Idempotency-Key", "one"))
        .andExpect(status().isServiceUnavailable())
        .andExpect(type("store-unavailable"))
        .andExpect(header().string("Idempotency-Key", "one"));

    store.down(false);
    ask("eg", upload(Samples.png()).queryParam("name", "a.png").header("Idempotency-Key", "one"))
        .andExpect(status().isCreated());
  }

  @Test
  void takesNothingBeforeTheOperatorHasChosenAScanner() throws Exception {
    open = false;

    ask("eg", upload(Samples.png()).queryParam("name", "a.png"))
        .andExpect(status().isConflict())
        .andExpect(type("attachments-off"));
  }

  @Test
  void refusesAParticipantThatNobodyAdmitted() throws Exception {
    ask("xx", upload(Samples.png()).queryParam("name", "a.png"))
        .andExpect(status().isForbidden())
        .andExpect(type("unknown-participant"));
  }

  @Test
  void letsTheSecretariatHandInForAParticipant() throws Exception {
    ask("", upload(Samples.png()).queryParam("name", "a.png")).andExpect(status().is(422));
    ask("", upload(Samples.png()).queryParam("name", "a.png").queryParam("participant", "eg"))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.participant").value("eg"));
    String id = uploads.waiting().getFirst().id();

    ask("", get("/api/v1/attachments/" + id + "/state")).andExpect(status().isOk());
    ask("eg", get("/api/v1/attachments/" + id + "/state")).andExpect(status().isOk());
    ask("br", get("/api/v1/attachments/" + id + "/state")).andExpect(status().isNotFound());
    ask("br", upload(Samples.png()).queryParam("name", "a.png").queryParam("participant", "eg"))
        .andExpect(status().is(422));
  }

  @Test
  void givesOutAFileOnlyOnceThereIsAVerdictAndNeverToBeShown() throws Exception {
    String id = uploaded("note\u202Efdp.exe");
    String path = "/api/v1/attachments/" + id;
    ask("eg", get(path)).andExpect(status().isConflict()).andExpect(type("attachment-waiting"));

    judged(id, Verdict.Kind.CLEAN);
    ask("eg", get(path))
        .andExpect(status().isOk())
        .andExpect(content().bytes(Samples.pdf()))
        .andExpect(content().contentType(PDF))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("Content-Security-Policy", "sandbox; default-src 'none'"))
        .andExpect(header().string("Content-Disposition", ServedName.disposition(upload(id))))
        .andExpect(header().string("ETag", "\"" + upload(id).sha256() + "\""))
        .andExpect(header().longValue("Content-Length", upload(id).size()));
    ask("eg", get(path).header("If-None-Match", "\"" + upload(id).sha256() + "\""))
        .andExpect(status().isNotModified());
    ask("br", get(path)).andExpect(status().isNotFound());
    ask("", get(path)).andExpect(status().isNotFound());
  }

  @Test
  void givesOutNothingThatWasRefused() throws Exception {
    String id = uploaded("a.pdf");
    judged(id, Verdict.Kind.REFUSED);

    ask("eg", get("/api/v1/attachments/" + id))
        .andExpect(status().isGone())
        .andExpect(type("attachment-refused"));
    ask(
            "eg",
            get("/api/v1/attachments/" + id)
                .header("If-None-Match", "\"" + upload(id).sha256() + "\""))
        .andExpect(status().isGone());
  }

  @Test
  void givesWhatIsNotScannedToItsOwnDelegationAlone() throws Exception {
    String id = uploaded("a.pdf");
    judged(id, Verdict.Kind.NOT_SCANNED);
    uploads.name(id);

    ask("eg", get("/api/v1/attachments/" + id)).andExpect(status().isOk());
    ask("", get("/api/v1/attachments/" + id))
        .andExpect(status().isConflict())
        .andExpect(type("attachment-waiting"));
  }

  @Test
  void answersAnothersFileAndAMissingOneAlike() throws Exception {
    String id = uploaded("a.pdf");

    for (String door : List.of("", "/state")) {
      String others = body(ask("br", get("/api/v1/attachments/" + id + door)));
      String missing = body(ask("br", get("/api/v1/attachments/missing" + door)));
      assertThat(others).isEqualTo(missing);
    }
  }

  @Test
  void takesBackAFileUnlessACommentNamesIt() throws Exception {
    String free = uploaded("a.pdf");
    String named = uploaded("b.pdf");
    uploads.name(named);

    ask("eg", delete("/api/v1/attachments/" + free)).andExpect(status().isNoContent());
    ask("eg", get("/api/v1/attachments/" + free)).andExpect(status().isNotFound());
    ask("eg", delete("/api/v1/attachments/" + named))
        .andExpect(status().isConflict())
        .andExpect(type("attachment-in-use"));
  }

  private Upload upload(String id) {
    return uploads.upload(id).orElseThrow();
  }

  private String uploaded(String name) throws Exception {
    ResultActions kept =
        ask("eg", upload(Samples.pdf()).queryParam("name", name)).andExpect(status().isCreated());
    String location = String.valueOf(kept.andReturn().getResponse().getHeader("Location"));
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private void judged(String id, Verdict.Kind kind) {
    uploads.judged(
        upload(id),
        new Verdict(kind, "fake", Optional.empty(), Verdict.Text.NONE),
        clock.instant());
  }

  private static MockHttpServletRequestBuilder upload(byte[] body) {
    return post("/api/v1/attachments").content(body);
  }

  /** The body in pieces, its length not said. */
  private static MockHttpServletRequestBuilder slowly(byte[] body, int piece) {
    return streamed(body, piece, false);
  }

  private static MockHttpServletRequestBuilder breakingOff(byte[] body) {
    return streamed(body, 100, true);
  }

  private static MockHttpServletRequestBuilder streamed(byte[] body, int piece, boolean breaks) {
    return post("/api/v1/attachments").requestAttr("body", new Streamed(body, piece, breaks));
  }

  private static final class Streamed extends ServletInputStream {

    private final byte[] body;
    private final int piece;
    private final boolean breaks;
    private int at;

    Streamed(byte[] body, int piece, boolean breaks) {
      this.body = body;
      this.piece = piece;
      this.breaks = breaks;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      if (at > 0 && breaks) {
        throw new IOException("the other side left");
      }
      int read = Math.min(Math.min(piece, length), body.length - at);
      System.arraycopy(body, at, to, from, read);
      at += read;
      return read == 0 ? -1 : read;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isFinished() {
      return at == body.length;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }

  private ResultActions ask(String participant, MockHttpServletRequestBuilder request)
      throws Exception {
    var intake = new Intake(open, false, folder, LARGEST, Duration.ofSeconds(100));
    var resource =
        new AttachmentsResource(
            new Uploading(uploads, store),
            new Serving(store),
            new Admitted(),
            intake,
            () -> {},
            clock);
    Jwt.Builder token =
        Jwt.withTokenValue("t")
            .header("alg", "none")
            .subject(participant.isEmpty() ? "secretariat" : participant);
    String role = participant.isEmpty() ? "ROLE_SECRETARIAT" : "ROLE_DELEGATION";
    if (!participant.isEmpty()) {
      token.claim("participant", participant);
    }
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
      context.register(HttpConfiguration.class);
      context.refresh();
      Object[] advice =
          context.getBeansWithAnnotation(RestControllerAdvice.class).values().toArray();
      MockMvc door =
          MockMvcBuilders.standaloneSetup(resource)
              .setControllerAdvice(advice)
              .addFilters(
                  (asked, answered, chain) ->
                      chain.doFilter(
                          asked.getAttribute("body") instanceof Streamed body
                              ? new HttpServletRequestWrapper((MockHttpServletRequest) asked) {
                                @Override
                                public ServletInputStream getInputStream() {
                                  return body;
                                }

                                @Override
                                public long getContentLengthLong() {
                                  return -1;
                                }
                              }
                              : asked,
                          answered))
              .build();
      return door.perform(
          request.principal(
              new JwtAuthenticationToken(token.build(), AuthorityUtils.createAuthorityList(role))));
    }
  }

  private static org.springframework.test.web.servlet.ResultMatcher type(String problem) {
    return jsonPath("$.type").value("urn:rapporteur:problem:" + problem);
  }

  private static String body(ResultActions answer) throws Exception {
    return answer.andReturn().getResponse().getContentAsString();
  }

  private record Admitted() implements Consultations {

    @Override
    public Optional<Consultation> consultation(String id) {
      return Optional.empty();
    }

    @Override
    public Optional<List<Stretch>> difference(Revision revision) {
      return Optional.empty();
    }

    @Override
    public Set<String> groupsOf(String participant, Instant at) {
      return Set.of();
    }

    @Override
    public Optional<Author> participant(String code) {
      return List.of("eg", "br").contains(code)
          ? Optional.of(new Author(code, "MEMBER_STATE", Optional.empty()))
          : Optional.empty();
    }

    @Override
    public boolean catchUp() {
      return true;
    }
  }
}
