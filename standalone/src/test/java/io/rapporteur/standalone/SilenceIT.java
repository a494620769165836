package io.rapporteur.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.standalone.Product.Answer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The silence procedure, from the side of each of its users. */
class SilenceIT {

  private static final String SILENCE = "/api/v1/silence";

  private final Product product = RunningProduct.get();
  private final SignedTokens tokens = new SignedTokens(product);
  private final String chair = tokens.of("the-chair", "chair");
  private final String bureau = tokens.of("the-bureau", "bureau");

  @Test
  void anObjectionBreaksTheSilenceAtOnceAndTheChairAloneLearnsWhoObjected() throws IOException {
    String path = put("chair");
    String reason = "reason" + UUID.randomUUID().toString().substring(0, 8);
    assertThat(product.post("cl", path + "/deliveries", "{}").status()).isEqualTo(200);

    Answer objected =
        product.post(
            "cl", path + "/objections", "{\"reason\":\"" + reason + "\",\"language\":\"es\"}");

    assertThat(objected.status()).isEqualTo(201);
    assertThat(objected.body().path("standing").asString()).isEqualTo("broken");
    assertThat(objected.body().path("own").path("objection").path("reason").asString())
        .isEqualTo(reason);
    assertThat(objectors(tokens.get(chair, path))).containsExactly("cl");
    for (String other : List.of("secretariat", "ng")) {
      JsonNode seen = product.get(other, path).body();
      assertThat(seen.path("standing").asString()).isEqualTo("broken");
      assertThat(seen.has("objections")).isFalse();
      assertThat(seen.toString()).doesNotContain(reason);
    }
    assertThat(tokens.get(bureau, path).body().has("objections")).isFalse();
    assertThat(product.get("br", path).status()).isEqualTo(404);
    assertThat(product.get("", path).status()).isEqualTo(401);
    String id = path.substring(path.lastIndexOf('/') + 1);
    await()
        .until(
            () ->
                product
                    .get("cl", "/api/v1/acts")
                    .body()
                    .toString()
                    .contains("POST /api/v1/silence/{id}/objections"));
    assertThat(
            product.get("secretariat", "/api/v1/acts?participant=cl&limit=1000").body().toString())
        .contains(id)
        .doesNotContain("/objections");
    assertThat(product.get("secretariat", "/api/v1/acts?account=cl&limit=1000").body().toString())
        .contains(id)
        .doesNotContain("/objections");
    assertThat(Files.readString(product.data().resolve("logs/rapporteur.log")))
        .doesNotContain(reason);

    assertThat(
            product
                .post(
                    "cl",
                    path + "/objections",
                    "{\"reason\":\"" + reason + "\",\"language\":\"es\"}")
                .status())
        .isEqualTo(201);
    assertThat(product.post("cl", path + "/objections", "{}").problem())
        .isEqualTo("already-exists");
    assertThat(product.post("ng", path + "/deliveries", "{}").problem()).isEqualTo("silence-over");
    assertThat(
            product
                .post("secretariat", path + "/withdrawal", "{\"reason\":\"put anew\"}")
                .problem())
        .isEqualTo("silence-over");
  }

  @Test
  void silenceRunsForThoseWhomTheQuestionReached() {
    String path = put("chair");
    Instant arrived = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);

    assertThat(texts(product.get("secretariat", path).body().path("notReached")))
        .containsExactly("cl", "ng");
    product.post("cl", path + "/deliveries", "{}");
    Answer registered =
        product.post(
            "secretariat",
            path + "/deliveries",
            """
            {"participant":"ng","registration":
              {"channel":"note-verbale","arrivedAt":"%s","reference":"NV 12/2021"}}
            """
                .formatted(arrived));

    JsonNode seen = registered.body();
    assertThat(seen.path("notReached")).isEmpty();
    assertThat(seen.path("deliveries").get(1).path("how").asString()).isEqualTo("note-verbale");
    assertThat(Instant.parse(seen.path("deliveries").get(1).path("deliveredAt").asString()))
        .isEqualTo(arrived);
    assertThat(product.get("cl", path).body().has("deliveries")).isFalse();
    assertThat(product.get("cl", path).body().path("own").path("delivery").path("how").asString())
        .isEqualTo("acknowledged");
    assertThat(
            product
                .post(
                    "secretariat",
                    path + "/deliveries",
                    """
                    {"participant":"br","registration":
                      {"channel":"hand","arrivedAt":"%s","reference":"x"}}
                    """
                        .formatted(arrived))
                .status())
        .isEqualTo(422);
  }

  @Test
  void anObjectionThatCameOnPaperIsEnteredByTheSecretariat() {
    String path = put("body");

    Answer entered =
        product.post(
            "secretariat",
            path + "/objections",
            """
            {"participant":"ng","reason":"the date","language":"en","registration":
              {"channel":"email","arrivedAt":"%s","reference":"mail of today"}}
            """
                .formatted(Instant.now().minusSeconds(5)));

    assertThat(entered.status()).isEqualTo(201);
    assertThat(objectors(product.get("cl", path))).containsExactly("ng");
    assertThat(product.get("cl", path).body().path("objectorsKnownTo").asString())
        .isEqualTo("body");
  }

  @Test
  void isForAContactPointAndForTheAsked() {
    String path = put("chair");

    assertThat(product.post("br", path + "/objections", "{}").status()).isEqualTo(404);
    assertThat(product.post("br", path + "/deliveries", "{}").status()).isEqualTo(404);
    assertThat(product.get("br", SILENCE).body().toString())
        .doesNotContain(path.substring(path.lastIndexOf('/') + 1));
    assertThat(send(chair, path + "/objections", "{}").status()).isEqualTo(403);
    assertThat(send(bureau, path + "/deliveries", "{}").status()).isEqualTo(403);
    assertThat(send(chair, SILENCE, question("chair")).status()).isEqualTo(403);
  }

  @Test
  void isExtendedToALaterDeadlineAndWithdrawn() {
    String path = put("chair");
    String earlier = "{\"closesAt\":\"%s\",\"reason\":\"x\"}".formatted(Instant.now());
    Instant later = Instant.now().plus(Duration.ofDays(9));

    assertThat(product.post("secretariat", path + "/extensions", earlier).status()).isEqualTo(422);
    Answer extended =
        product.post(
            "secretariat",
            path + "/extensions",
            "{\"closesAt\":\"%s\",\"reason\":\"asked for\"}".formatted(later));
    assertThat(Instant.parse(extended.body().path("closesAt").asString()))
        .isEqualTo(later.truncatedTo(ChronoUnit.MILLIS));
    assertThat(
            product
                .post("secretariat", path + "/withdrawal", "{\"reason\":\"put anew\"}")
                .body()
                .path("standing")
                .asString())
        .isEqualTo("withdrawn");
    assertThat(product.post("cl", path + "/objections", "{}").problem()).isEqualTo("silence-over");
  }

  @Test
  void tellsAllFaultsOfAQuestionAtOnce() {
    Answer refused =
        product.post(
            "secretariat",
            SILENCE,
            """
            {"texts":{"xx":"a"},"members":["cl","cl","atlantis"],"closesAt":"tomorrow",
             "zone":"Mars","shortest":"long","objectorsKnownTo":"all"}
            """);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("errors"))
        .extracting(error -> error.path("field").asString())
        .contains(
            "body",
            "texts.xx",
            "members[1]",
            "members[2]",
            "closesAt",
            "zone",
            "shortest",
            "objectorsKnownTo");
    assertThat(
            product
                .post(
                    "secretariat",
                    SILENCE,
                    question("chair")
                        .replaceAll(
                            "\"closesAt\":\"[^\"]+\"", "\"closesAt\":\"2021-01-01T00:00:00Z\""))
                .body()
                .path("errors")
                .get(0)
                .path("field")
                .asString())
        .isEqualTo("closesAt");
  }

  private Answer send(String token, String path, String body) {
    return product.send(
        HttpRequest.newBuilder(product.uri(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private String put(String knownTo) {
    Answer put = product.post("secretariat", SILENCE, question(knownTo));
    assertThat(put.status()).isEqualTo(201);
    assertThat(put.body().path("standing").asString()).isEqualTo("running");
    return put.header("Location");
  }

  private static String question(String knownTo) {
    return """
    {"body":"extended Bureau","texts":{"en":"The meeting is held from 6 to 8 April.",
     "ar":"يعقد الاجتماع من 6 إلى 8 نيسان/أبريل."},"members":["cl","ng"],
     "closesAt":"%s","zone":"Europe/Vienna","objectorsKnownTo":"%s"}
    """
        .formatted(Instant.now().plus(Duration.ofDays(3)), knownTo);
  }

  private static List<String> objectors(Answer answer) {
    return StreamSupport.stream(answer.body().path("objections").spliterator(), false)
        .map(objection -> objection.path("participant").asString())
        .toList();
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
  }
}
