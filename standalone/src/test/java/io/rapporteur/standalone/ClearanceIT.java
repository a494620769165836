package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.CONSULTATION;
import static io.rapporteur.standalone.Product.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.standalone.Product.Answer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Five ministries draft, one delegation speaks; and what came on paper is registered for another.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClearanceIT {

  private static final List<String> MINISTRIES =
      List.of("Justice", "Interior", "Foreign Affairs", "Communications", "Prosecutor General");

  private static Product product;
  private static final List<String> DRAFTS = new ArrayList<>();
  private static String merged = "";
  private static String submission = "";

  @BeforeAll
  static void start() {
    product = RunningProduct.get();
  }

  @Test
  @Order(1)
  void keepsTheDraftsOfFiveMinistriesAndNamesWhatTheyLack() {
    for (String ministry : MINISTRIES) {
      Answer begun =
          product.post(
              "ng",
              "/api/v1/drafts",
              "{\"consultation\":\"%s\",\"recommendation\":\"13(jj)\",\"ministry\":\"%s\"}"
                  .formatted(CONSULTATION, ministry),
              "Idempotency-Key",
              "clearance-" + MINISTRIES.indexOf(ministry));
      assertThat(begun.status()).isEqualTo(201);
      assertThat(begun.body().path("faults").findValuesAsString("field"))
          .containsExactly("kind", "text", "language");
      DRAFTS.add(begun.body().path("id").asString());
    }
    for (String id : DRAFTS) {
      Answer saved =
          product.put("ng", "/api/v1/drafts/" + id, said(id, "We see it so."), "If-Match", "\"1\"");
      assertThat(saved.body().path("version").asInt()).isEqualTo(2);
      assertThat(saved.body().path("faults")).isEmpty();
      assertThat(
              product
                  .put("ng", "/api/v1/drafts/" + id, said(id, "Other."), "If-Match", "\"1\"")
                  .problem())
          .isEqualTo("revision-conflict");
    }
  }

  @Test
  @Order(2)
  void showsThemSideBySideAndMergesThemIntoOne() {
    Answer compared =
        product.get(
            "ng",
            "/api/v1/drafts/compared?consultation=" + CONSULTATION + "&recommendation=13(jj)");
    assertThat(compared.body().path("items")).hasSize(1);
    assertThat(compared.body().path("items").get(0).path("drafts").findValuesAsString("ministry"))
        .containsExactlyInAnyOrderElementsOf(MINISTRIES);

    Answer made =
        product.post(
            "ng",
            "/api/v1/drafts/merges",
            "{\"drafts\":[\"%s\"],\"kind\":\"substantive\",\"language\":\"en\",\"text\":\"With one voice.\"}"
                .formatted(String.join("\",\"", DRAFTS)));
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    merged = made.body().path("draft").path("id").asString();
    assertThat(made.body().path("overtaken")).isEmpty();
    assertThat(made.body().path("draft").path("mergedFrom").findValuesAsString("ministry"))
        .containsExactlyElementsOf(MINISTRIES);
    assertThat(
            product
                .get("ng", "/api/v1/drafts/" + DRAFTS.getFirst())
                .body()
                .path("stage")
                .asString())
        .isEqualTo("merged");
  }

  @Test
  @Order(3)
  void returnsItWithAReasonReleasesItAndHandsItIn() {
    assertThat(stage("{\"to\":\"in-review\"}").status()).isEqualTo(200);
    assertThat(stage("{\"to\":\"returned\"}").status()).isEqualTo(422);
    assertThat(
            stage("{\"to\":\"returned\",\"note\":\"which article?\"}")
                .body()
                .path("note")
                .asString())
        .isEqualTo("which article?");
    Answer early = handIn("early", "{\"consultation\":\"%s\",\"drafts\":[\"%s\"]}");
    assertThat(early.status()).isEqualTo(422);
    assertThat(stage("{\"to\":\"in-review\"}").status()).isEqualTo(200);
    assertThat(stage("{\"to\":\"released\"}").status()).isEqualTo(200);

    String whole =
        "{\"consultation\":\"%s\",\"drafts\":[\"%s\"],\"coverLetter\":\"With compliments.\",\"language\":\"en\",\"comments\":["
            + line("13.b", "Second item.")
            + "]}";
    Answer handedIn = handIn("clearance", whole);
    assertThat(handedIn.status()).as(handedIn.body().toString()).isEqualTo(201);
    submission = handedIn.body().path("id").asString();
    assertThat(handedIn.body().path("comments").findValuesAsString("status"))
        .containsExactly("standing", "standing");
    assertThat(handIn("clearance", whole).body()).isEqualTo(handedIn.body());
    assertThat(product.get("ng", "/api/v1/drafts/" + merged).body().path("stage").asString())
        .isEqualTo("submitted");
  }

  @Test
  @Order(4)
  void handsInTheGoodLinesAloneOnlyWhereThatIsAsked() {
    String lines = line("13.c", "Good.") + "," + line("13.c", "") + "," + line("nowhere", "x");
    String path = "/api/v1/submissions/" + submission + "/additions";
    Answer refused = product.post("ng", path, "{\"comments\":[" + lines + "]}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("errors").findValuesAsString("field"))
        .containsExactly("comments[1].text", "comments[2].recommendation");
    assertThat(product.get("ng", "/api/v1/submissions/" + submission).body().path("comments"))
        .hasSize(2);

    Answer partly = product.post("ng", path, "{\"partial\":true,\"comments\":[" + lines + "]}");
    assertThat(partly.status()).as(partly.body().toString()).isEqualTo(201);
    assertThat(partly.body().path("revision").asInt()).isEqualTo(2);
    assertThat(partly.body().path("comments")).hasSize(3);
    assertThat(partly.body().path("notHandedIn")).hasSize(2);
  }

  @Test
  @Order(5)
  void servesTheDocumentToKeep() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> pdf =
          http.send(
              HttpRequest.newBuilder(
                      product.uri("/api/v1/submissions/" + submission + "?format=pdf&revision=1"))
                  .header("Authorization", "Bearer " + product.token("ng"))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());

      assertThat(pdf.statusCode()).isEqualTo(200);
      assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
      assertThat(new String(pdf.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
          .isEqualTo("%PDF-");
    }
  }

  @Test
  @Order(6)
  void registersWhatArrivedByNoteVerbale() {
    String registration =
        "{\"channel\":\"note-verbale\",\"arrivedAt\":\"2000-01-01T00:00:00Z\",\"reference\":\"NV 12\"}";
    String body =
        "{\"consultation\":\""
            + CONSULTATION
            + "\",\"participant\":\"pt\",\"registration\":"
            + registration
            + ",\"comments\":["
            + line("13.d", "By note.")
            + "]}";
    assertThat(product.post("secretariat", "/api/v1/submissions", body).problem())
        .isEqualTo("consultation-not-open");
    assertThat(product.post("ng", "/api/v1/submissions", body).status()).isEqualTo(422);

    String now = java.time.Instant.now().toString();
    Answer entered =
        product.post(
            "secretariat", "/api/v1/submissions", body.replace("2000-01-01T00:00:00Z", now));
    assertThat(entered.status()).as(entered.body().toString()).isEqualTo(201);
    String path = "/api/v1/submissions/" + entered.body().path("id").asString();
    Answer own = product.get("pt", path);
    assertThat(own.body().path("handedIn").path("registration").path("clerk").asString())
        .isEqualTo("secretariat");
    assertThat(own.body().path("handedIn").path("receipt").path("signature").asString())
        .isNotEmpty();
    String id = own.body().path("comments").get(0).path("id").asString();
    assertThat(
            product
                .put(
                    "pt",
                    "/api/v1/comments/" + id,
                    comment("13.d", "Put right."),
                    "If-Match",
                    "\"1\"")
                .status())
        .isEqualTo(200);
    assertThat(product.get("ng", path).body())
        .isEqualTo(product.get("ng", "/api/v1/submissions/x").body());
  }

  @Test
  @Order(7)
  void showsNothingOfDraftsToAnyoneElse() throws Exception {
    for (String client : List.of("br", "secretariat", "")) {
      int expected = client.equals("br") ? 404 : client.isEmpty() ? 401 : 403;
      for (String path : List.of("/" + merged, "/" + merged + "/versions")) {
        assertThat(product.get(client, "/api/v1/drafts" + path).status()).isEqualTo(expected);
      }
    }
    assertThat(product.get("br", "/api/v1/drafts").body().path("drafts")).isEmpty();
    assertThat(product.get("secretariat", "/api/v1/submissions/" + submission).body().toString())
        .doesNotContain("Prosecutor")
        .doesNotContain(merged);
    assertThat(product.said()).doesNotContain("Prosecutor General");
    try (Admin admin = Admin.create(product.kafka(Principal.SECRETARIAT).clientSettings())) {
      assertThat(
              org.assertj.core.api.Assertions.catchThrowableOfType(
                      ExecutionException.class,
                      () ->
                          admin
                              .describeTopics(List.of(TopicCatalogue.DRAFTS.name()))
                              .allTopicNames()
                              .get())
                  .getCause())
          .isInstanceOf(TopicAuthorizationException.class);
    }
  }

  private static Answer stage(String body) {
    return product.post("ng", "/api/v1/drafts/" + merged + "/stage", body);
  }

  private static Answer handIn(String key, String body) {
    return product.post(
        "ng",
        "/api/v1/submissions",
        body.formatted(CONSULTATION, merged),
        "Idempotency-Key",
        "submission-" + key);
  }

  private static String said(String draft, String text) {
    return "{\"recommendation\":\"13(jj)\",\"kind\":\"substantive\",\"language\":\"en\",\"text\":\"%s\",\"ministry\":\"%s\"}"
        .formatted(text, MINISTRIES.get(DRAFTS.indexOf(draft)));
  }

  private static String line(String item, String text) {
    return "{\"recommendation\":\"%s\",\"kind\":\"substantive\",\"language\":\"en\",\"text\":\"%s\"}"
        .formatted(item, text);
  }
}
