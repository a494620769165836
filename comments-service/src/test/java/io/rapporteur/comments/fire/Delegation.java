package io.rapporteur.comments.fire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One client: hands in, revises, withdraws and repeats, at whichever instance, and asks again with
 * the same key until it is told what came of it.
 */
final class Delegation {

  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String code;
  private final String token;
  private final List<Integer> ports;
  private final Random random;
  private final List<Standing> standing = new ArrayList<>();
  private final List<Acknowledged> acknowledged = new ArrayList<>();
  private final List<Asked> asked = new ArrayList<>();
  private long retries;

  Delegation(String code, String token, List<Integer> ports) {
    this.code = code;
    this.token = token;
    this.ports = ports;
    this.random = new Random(code.hashCode());
  }

  /** What the desk said that it did. */
  record Acknowledged(String comment, int revision, String receipt) {}

  private record Standing(String comment, int revision) {}

  private record Asked(
      String method, String path, String body, String ifMatch, String key, Acknowledged answer) {}

  /** One act, until its outcome is known. */
  void act() throws InterruptedException {
    int dice = random.nextInt(10);
    if (standing.isEmpty() || dice < 4) {
      Acknowledged done = done("POST", "/api/v1/comments", body(), "");
      standing.add(new Standing(done.comment, 1));
    } else if (dice < 8) {
      Standing chosen = standing.remove(random.nextInt(standing.size()));
      Acknowledged done = done("PUT", path(chosen), body(), "\"" + chosen.revision + "\"");
      standing.add(new Standing(done.comment, done.revision));
    } else if (dice < 9) {
      Standing chosen = standing.remove(random.nextInt(standing.size()));
      done("DELETE", path(chosen), "", "\"" + chosen.revision + "\"");
    } else {
      Asked earlier = asked.get(random.nextInt(asked.size()));
      Acknowledged again = ask(earlier, earlier.key);
      if (!again.equals(earlier.answer)) {
        throw new AssertionError(code + ": " + earlier.answer + " was answered again as " + again);
      }
    }
  }

  private Acknowledged done(String method, String path, String body, String ifMatch)
      throws InterruptedException {
    String key = UUID.randomUUID().toString();
    var request = new Asked(method, path, body, ifMatch, key, new Acknowledged("", 0, ""));
    Acknowledged answer = ask(request, key);
    if (random.nextInt(20) == 0) {
      // The same at once at both instances.
      List<CompletableFuture<HttpResponse<String>>> both =
          ports.stream()
              .map(
                  port ->
                      HTTP.sendAsync(
                          request(request, key, port), HttpResponse.BodyHandlers.ofString()))
              .toList();
      both.forEach(
          one ->
              one.handle(
                      (response, failure) -> {
                        if (failure == null && response.statusCode() < 300) {
                          Acknowledged again = read(response);
                          if (!again.equals(answer)) {
                            throw new AssertionError(code + ": " + answer + " and " + again);
                          }
                        }
                        return code;
                      })
                  .join());
    }
    acknowledged.add(answer);
    asked.add(new Asked(method, path, body, ifMatch, key, answer));
    return answer;
  }

  private Acknowledged ask(Asked request, String key) throws InterruptedException {
    Instant deadline = Instant.now().plus(LONGEST);
    String last = "";
    while (Instant.now().isBefore(deadline)) {
      int port = ports.get(ThreadLocalRandom.current().nextInt(ports.size()));
      try {
        HttpResponse<String> response =
            HTTP.send(request(request, key, port), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() < 300) {
          return read(response);
        }
        if (response.statusCode() != 503) {
          throw new AssertionError(
              code + ": " + request + ": " + response.statusCode() + " " + response.body());
        }
        last = response.body();
      } catch (IOException e) {
        last = String.valueOf(e);
      }
      retries++;
      Thread.sleep(50 + random.nextInt(200));
    }
    throw new AssertionError(code + ": no outcome of " + request + ", last: " + last);
  }

  private HttpRequest request(Asked asked, String key, int port) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + asked.path))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .method(
                asked.method,
                asked.body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(asked.body));
    if (!asked.ifMatch.isEmpty()) {
      request.header("If-Match", asked.ifMatch);
    }
    return request.build();
  }

  private static Acknowledged read(HttpResponse<String> response) {
    JsonNode body = JsonMapper.shared().readTree(response.body());
    return new Acknowledged(
        body.path("id").asString(),
        body.path("revision").asInt(),
        body.path("receipt").path("code").asString());
  }

  /** What an instance answers to a question. */
  String get(String path, int port) throws IOException, InterruptedException {
    return HTTP.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private String path(Standing comment) {
    return "/api/v1/comments/" + comment.comment;
  }

  private String body() {
    return """
        {"consultation":"k","kind":"substantive","language":"en","text":"%s %d"}"""
        .formatted(code, random.nextLong());
  }

  List<Acknowledged> acknowledged() {
    return acknowledged;
  }

  long retries() {
    return retries;
  }
}
