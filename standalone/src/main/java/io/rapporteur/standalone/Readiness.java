package io.rapporteur.standalone;

import io.rapporteur.standalone.data.CannotStartException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Waits until the product answers as a stranger would ask it. */
final class Readiness {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final String address;

  Readiness(String address) {
    this.address = address;
  }

  /**
   * Waits for the consultations, their recommendations and the compilation.
   *
   * @throws CannotStartException if they do not answer in time
   */
  void await(Progress progress) {
    Instant deadline = Instant.now().plus(PATIENCE);
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      while (Instant.now().isBefore(deadline)) {
        try {
          if (answers(http, progress)) {
            return;
          }
        } catch (IOException e) {
          // Not yet.
        }
        Thread.sleep(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new CannotStartException(
        "The services did not become ready within %d s; %s/actuator/health says which."
            .formatted(PATIENCE.toSeconds(), address));
  }

  private boolean answers(HttpClient http, Progress progress)
      throws IOException, InterruptedException {
    JsonNode health = get(http, "/actuator/health");
    JsonNode consultations = get(http, "/api/v1/consultations").path("consultations");
    if (!health.path("status").asString("").equals("UP") || consultations.isEmpty()) {
      return false;
    }
    for (JsonNode consultation : consultations) {
      String id = consultation.path("id").asString();
      int items =
          get(http, "/api/v1/consultations/" + id + "/recommendations").path("items").size();
      JsonNode sections = get(http, "/api/v1/compilations/" + id).path("sections");
      if (items == 0 || sections.isEmpty()) {
        return false;
      }
      progress.step("consultation " + id + " is open on " + items + " recommendations");
    }
    return true;
  }

  private JsonNode get(HttpClient http, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(10)).build();
    return MAPPER.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
