package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.CONSULTATION;
import static io.rapporteur.standalone.Product.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The board as it changes, over server-sent events. */
class BoardIT {

  private static final String BOARD = "/api/v1/compilations/" + CONSULTATION;
  private static final String ITEM = "unodc-ccpcj-eg.4-2020-2.14.k";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Product product = RunningProduct.get();
  private final SignedTokens tokens = new SignedTokens(product);

  /** An event of a stream. */
  private record Event(String name, String id, JsonNode data) {}

  @Test
  void tellsTheWholeBoardAndThenEachItemThatChanges() throws Exception {
    try (var stream = new Stream(tokens.of("watcher", "secretariat"), Optional.empty())) {
      Event board = stream.next("board");
      assertThat(board.data().path("tallies")).hasSize(117);
      assertThat(board.data().path("notices").toString()).contains("not a vote");
      int before = received(board.data().path("tallies"));

      product.post("eg", "/api/v1/comments", comment("14.k", "on the board"));
      Event tally = stream.next("tally");

      assertThat(tally.data().path("recommendation").asString()).isEqualTo(ITEM);
      assertThat(tally.data().path("received").asInt()).isEqualTo(before + 1);
      assertThat(tally.data().path("classes").path("member-state").isObject()).isTrue();
      assertThat(tally.data().path("silent").path("member-state").asInt()).isPositive();
      assertThat(tally.data().toString()).doesNotContain("on the board").doesNotContain("eg\"");
    }
  }

  @Test
  void aReaderThatComesBackGetsWhatHasChangedSinceAndNothingElse() throws Exception {
    String token = tokens.of("watcher", "secretariat");
    String last;
    try (var stream = new Stream(token, Optional.empty())) {
      last = stream.next("board").id();
    }
    product.post("br", "/api/v1/comments", comment("14.l", "while nobody looked"));

    try (var stream = new Stream(token, Optional.of(last))) {
      Event event = stream.next("tally");

      assertThat(event.data().path("recommendation").asString())
          .isEqualTo("unodc-ccpcj-eg.4-2020-2.14.l");
      assertThat(event.id()).startsWith("cut:").isNotEqualTo(last);
      assertThat(stream.events).extracting(Event::name).doesNotContain("board");
    }
  }

  @Test
  void isForThoseWhoSeeAll() throws Exception {
    assertThat(product.get("eg", BOARD + "/stream").status()).isEqualTo(403);
    assertThat(product.get("", BOARD + "/stream").status()).isEqualTo(401);
    assertThat(tokens.get(tokens.of("the-chair", "chair"), BOARD + "/stream").status())
        .isEqualTo(403);
    assertThat(
            tokens
                .get(tokens.of("watcher", "secretariat"), "/api/v1/compilations/none/stream")
                .status())
        .isEqualTo(404);
  }

  @Test
  void endsForAChairWhoseSightHasEnded() throws Exception {
    String sight = "/api/v1/consultations/" + CONSULTATION + "/sight";
    product.post("secretariat", sight, "{\"role\":\"chair\",\"reason\":\"the board\"}");
    String chair = tokens.of("the-chair", "chair");
    await().until(() -> tokens.get(chair, BOARD + "/tallies").status() == 200);

    try (var stream = new Stream(chair, Optional.empty())) {
      stream.next("board");
      product.delete("secretariat", sight + "/chair?reason=test");

      await().atMost(Duration.ofSeconds(20)).until(() -> stream.ended);
    }
  }

  @Test
  void endsForAnAccountThatIsRevoked() throws Exception {
    String sight = "/api/v1/consultations/" + CONSULTATION + "/sight";
    product.post("secretariat", sight, "{\"role\":\"rapporteur\",\"reason\":\"the board\"}");
    JsonNode account =
        product
            .post(
                "secretariat",
                "/api/v1/accounts",
                "{\"role\":\"rapporteur\",\"name\":\"a board\",\"duties\":[],\"reference\":\"x\"}")
            .body();
    String id = account.path("id").asString();
    String token = accessToken(id, account.path("secret").asString());
    await().until(() -> tokens.get(token, BOARD + "/tallies").status() == 200);

    try (var stream = new Stream(token, Optional.empty())) {
      stream.next("board");
      product.delete("secretariat", "/api/v1/accounts/" + id + "?reference=left");

      await().atMost(Duration.ofSeconds(20)).until(() -> stream.ended);
    } finally {
      product.delete("secretariat", sight + "/rapporteur?reason=test");
    }
    assertThat(tokens.get(token, BOARD + "/tallies").status()).isEqualTo(401);
  }

  private String accessToken(String client, String secret) {
    String basic =
        Base64.getEncoder()
            .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return product
        .send(
            HttpRequest.newBuilder(product.uri("/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")))
        .body()
        .path("access_token")
        .asString();
  }

  private int received(JsonNode tallies) {
    for (JsonNode tally : tallies) {
      if (tally.path("recommendation").asString().equals(ITEM)) {
        return tally.path("received").asInt();
      }
    }
    throw new IllegalStateException("no " + ITEM);
  }

  /** A reader of the stream; its events are kept as they come. */
  private final class Stream implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final InputStream body;
    private int taken;
    private volatile boolean ended;

    Stream(String token, Optional<String> lastEventId) throws Exception {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(product.address() + BOARD + "/stream"))
              .header("Accept", "text/event-stream")
              .header("Authorization", "Bearer " + token);
      lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
      HttpResponse<InputStream> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      body = response.body();
      Thread.ofVirtual().start(this::read);
    }

    private void read() {
      try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
        String name = "";
        String id = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("event: ")) {
            name = line.substring("event: ".length());
          } else if (line.startsWith("id: ")) {
            id = line.substring("id: ".length());
          } else if (line.startsWith("data: ")) {
            events.add(new Event(name, id, MAPPER.readTree(line.substring("data: ".length()))));
          }
        }
      } catch (IOException e) {
        // Closed by the test.
      }
      ended = true;
    }

    /** The next event of a name. */
    Event next(String name) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> events.stream().skip(taken).anyMatch(event -> event.name().equals(name)));
      while (!events.get(taken).name().equals(name)) {
        taken++;
      }
      return events.get(taken++);
    }

    @Override
    public void close() {
      try {
        body.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      http.shutdownNow();
    }
  }
}
