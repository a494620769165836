package io.rapporteur.standalone;

import io.rapporteur.standalone.DocumentedDoors.Asked;
import io.rapporteur.standalone.DocumentedDoors.Door;
import io.rapporteur.standalone.DocumentedDoors.Known;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One caller that goes to every door and keeps all that it is answered, to the byte. */
final class Walk {

  /**
   * Doors that no service's document names: pages, health, metrics, keys, and what is not there.
   */
  private static final List<String> OTHER_DOORS =
      List.of(
          "/",
          "/feed",
          "/feed.atom",
          "/actuator",
          "/actuator/health",
          "/actuator/info",
          "/actuator/metrics",
          "/actuator/prometheus",
          "/actuator/env",
          "/actuator/loggers",
          "/actuator/threaddump",
          "/metrics",
          "/oauth2/jwks",
          "/oauth2/authorize",
          "/.well-known/oauth-authorization-server",
          "/.well-known/openid-configuration",
          "/people/sign-in",
          "/people/sign-in/second",
          "/people/invitation?code=missing",
          "/people/invitation/key",
          "/people/account",
          "/people/sign-out",
          "/people/pages.css",
          "/people/keys.js",
          "/api/v1/openapi/ingest",
          "/api/v1/openapi/comments",
          "/api/v1/openapi/aggregation",
          "/api/v1/openapi/identity",
          "/api/v1/nothing");

  /** These differ between two answers that say the same. */
  private static final Set<String> OF_THE_MOMENT =
      Set.of("date", "ratelimit", "ratelimit-policy", "connection", "set-cookie");

  private static final Pattern MOMENT =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z"
              + "|(?<=name=\"_csrf\" value=\")[^\"]+"
              + "|(?<!\\d)\\d{1,2}:\\d\\d(?!\\d)"
              + "|(?<=challenge&quot;:&quot;)[^&]+");

  /** Their length changes with the moment that is packed in them. */
  private static final Pattern PACKED = Pattern.compile("(PK|%PDF)(?s:.*)");

  private static final Duration STREAM_IS_READ_FOR = Duration.ofMillis(700);

  private final Product product;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String name;
  private final String token;
  private final List<String> exports = new ArrayList<>();

  /**
   * @param name of the caller
   * @param token empty for the public
   */
  Walk(Product product, String name, String token) {
    this.product = product;
    this.name = name;
    this.token = token;
  }

  /**
   * What came back.
   *
   * @param exports those that the caller had, which are numbered in what is said
   */
  record Seen(int status, byte[] body, Map<String, List<String>> headers, List<String> exports) {

    /** Every way of reading it. */
    String searched() {
      return Legible.searched((headers + "\n").getBytes(StandardCharsets.UTF_8))
          + Legible.searched(body);
    }

    /** What it says, without the moment at which it was said. */
    String said() {
      Map<String, List<String>> lasting = new TreeMap<>(headers);
      OF_THE_MOMENT.forEach(lasting::remove);
      if (PACKED.matcher(new String(body, StandardCharsets.ISO_8859_1)).matches()) {
        lasting.remove("content-length");
      }
      String said = status + " " + lasting + "\n" + Legible.text(body);
      return numbered(MOMENT.matcher(said).replaceAll("then"), exports);
    }

    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }
  }

  String name() {
    return name;
  }

  /** Has a paper of each format made, where the caller may. */
  void startExports(String consultation) {
    exports.clear();
    for (String format : List.of("docx", "pdf", "xlsx", "csv", "akn")) {
      Seen taken =
          send(
              "POST",
              "/api/v1/compilations/" + consultation + "/exports",
              Map.of("Content-Type", "application/json"),
              "{\"format\":\"%s\",\"language\":\"ar\"}".formatted(format));
      if (taken.status() == 202) {
        exports.add(taken.json().path("id").asString());
      }
    }
    for (String export : exports) {
      org.awaitility.Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> get("/api/v1/exports/" + export).json().has("endedAt"));
    }
  }

  List<String> exports() {
    return exports;
  }

  /** Reads at every door, in every way; by request, in which its own exports are numbered. */
  Map<String, Seen> everywhere(DocumentedDoors doors, Known known) {
    Map<String, Seen> seen = new LinkedHashMap<>();
    for (Door door : doors.reading(true)) {
      for (Asked asked : DocumentedDoors.requests(door, known)) {
        Seen answer = send("GET", asked.path(), asked.headers(), "");
        seen.put(numbered(asked.path() + asked.headers(), exports), answer);
      }
    }
    for (String path : OTHER_DOORS) {
      seen.put(path, get(path));
    }
    return seen;
  }

  /** Asks at every door that writes for what is not its own. */
  Map<String, Seen> everywhereUninvited(DocumentedDoors doors, Known known, String body) {
    Map<String, Seen> seen = new LinkedHashMap<>();
    for (Door door : doors.reading(false)) {
      for (Asked asked : DocumentedDoors.requests(door, known)) {
        seen.put(
            door.method() + " " + asked.path(),
            send(
                door.method(),
                asked.path(),
                Map.of("Content-Type", "application/json", "If-Match", "\"1\""),
                body));
      }
    }
    return seen;
  }

  private static String numbered(String text, List<String> exports) {
    String numbered = text;
    for (int n = 0; n < exports.size(); n++) {
      numbered = numbered.replace(exports.get(n), "own export " + n);
    }
    return numbered;
  }

  Seen get(String path) {
    return send("GET", path, Map.of(), "");
  }

  Seen send(String method, String path, Map<String, String> headers, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(product.uri(path))
            .timeout(Duration.ofSeconds(60))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    Seen seen = answer(method + " " + path, request.build());
    for (int tries = 0; seen.status() == 429 && tries < 20; tries++) {
      seen = answer(method + " " + path, request.build());
    }
    return seen;
  }

  private Seen answer(String name, HttpRequest request) {
    try {
      HttpResponse<InputStream> response =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        boolean stream =
            response
                .headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
        return new Seen(
            response.statusCode(),
            stream ? readForAWhile(body) : body.readAllBytes(),
            response.headers().map(),
            List.copyOf(exports));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A stream does not end: what comes at first is read. */
  private static byte[] readForAWhile(InputStream body) throws InterruptedException {
    var read = new ByteArrayOutputStream();
    CompletableFuture<Void> reading =
        CompletableFuture.runAsync(
            () -> {
              try {
                for (int next = body.read(); next >= 0; next = body.read()) {
                  synchronized (read) {
                    read.write(next);
                  }
                }
              } catch (IOException e) {
                // Closed by us.
              }
            });
    try {
      reading.get(STREAM_IS_READ_FOR.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // It goes on.
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    synchronized (read) {
      return read.toByteArray();
    }
  }
}
