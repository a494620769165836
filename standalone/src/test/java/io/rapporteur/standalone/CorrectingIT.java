package io.rapporteur.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.standalone.Product.Answer;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * A report from its first reading to a rewording by the group, through the doors that the
 * secretariat has.
 */
@TestMethodOrder(OrderAnnotation.class)
class CorrectingIT {

  private static final String ID = "correcting-it";
  private static final String DOCUMENT = "/api/v1/documents/" + ID;
  private static final String CONSULTATION = "correcting-it-round";
  private static final String MANIFEST =
      """
      {"document":"%s","symbol":"X/2026/7","language":"en","titles":{"en":"A report"},
       "lists":[{"paragraph":"1"}]}"""
          .formatted(ID);
  private static final String REPORT =
      """
      1. The meeting recommends:
      (a) That offices be opened;
      (b) That registers be kept;
      (c) That fees be waved.
      2. The meeting closed.
      """;

  private static String commentOfBrazil = "";

  private final Product product = RunningProduct.get();

  @Test
  @Order(1)
  void keepsCorrectionsWithTheirAuthorAndReasonBeforeAnythingIsPublished() {
    Answer loaded = product.load("secretariat", MANIFEST, REPORT.getBytes(StandardCharsets.UTF_8));
    assertThat(loaded.status()).isEqualTo(201);
    assertThat(loaded.header("ETag")).isEqualTo("\"1\"");

    Answer corrected =
        patch(
            "\"1\"",
            """
            {"reason":"as in the Arabic original","corrections":[
              {"kind":"text","item":"%1$s.1.c","text":"That fees be waived."},
              {"kind":"split","item":"%1$s.1.b","at":15,"label":"b-bis"}]}""");

    assertThat(corrected.status()).isEqualTo(200);
    assertThat(corrected.header("ETag")).isEqualTo("\"2\"");
    assertThat(texts(corrected.body(), "items"))
        .containsExactly(
            "That offices be opened;", "That registers", "be kept;", "That fees be waived.");
    assertThat(corrected.body().path("corrections").get(0).path("by").asString())
        .isEqualTo("secretariat");
    assertThat(corrected.body().path("corrections").get(0).path("reason").asString())
        .isEqualTo("as in the Arabic original");
  }

  @Test
  @Order(2)
  void refusesAllCorrectionsOfARequestIfOneDoesNotFit() {
    Answer refused =
        patch(
            "\"2\"",
            """
            {"reason":"r","corrections":[
              {"kind":"drop","item":"%1$s.1.a"},
              {"kind":"drop","item":"%1$s.1.z"},
              {"kind":"label","item":"%1$s.1.b","label":"c"}]}""");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("errors"))
        .extracting(error -> error.path("field").asString())
        .containsExactly("corrections[1].item", "corrections[2].label");
    assertThat(product.get("secretariat", DOCUMENT).body().path("items").size()).isEqualTo(4);
    assertThat(
            patch(
                    "\"1\"",
                    "{\"reason\":\"r\",\"corrections\":[{\"kind\":\"drop\",\"item\":\"x\"}]}")
                .problem())
        .isEqualTo("revision-conflict");
  }

  @Test
  @Order(3)
  void joinsWhatWasSplitAndPublishesTheCorrectedReading() {
    patch(
        "\"2\"",
        """
        {"reason":"one after all","corrections":[
          {"kind":"join","item":"%1$s.1.b","next":"%1$s.1.b-bis"}]}""");

    Answer published = product.post("secretariat", DOCUMENT + "/publication", "");
    Answer opened =
        product.post(
            "secretariat",
            "/api/v1/consultations",
            """
            {"id":"%s","titles":{"en":"A round"},"documents":["%s"],"closesAt":"%s"}"""
                .formatted(CONSULTATION, ID, Instant.now().plusSeconds(86_400)));

    assertThat(published.body().path("published").asInt()).isEqualTo(3);
    assertThat(opened.status()).isEqualTo(201);
    assertThat(items())
        .extracting(i -> i.path("texts").path("en").asString())
        .containsExactly(
            "That offices be opened;", "That registers be kept;", "That fees be waived.");
  }

  @Test
  @Order(4)
  void tellsHowAProposedTextDiffersFromTheVersionThatItAddresses() {
    Answer taken =
        product.post(
            "br",
            "/api/v1/comments",
            """
            {"consultation":"%s","recommendation":"1(a)","kind":"substantive","language":"es",
             "text":"t","proposedText":"That public offices be opened;","proposedTextLanguage":"en"}"""
                .formatted(CONSULTATION));

    assertThat(taken.status()).isEqualTo(201);
    assertThat(difference(taken.body()))
        .isEqualTo("same That |added public |same offices be opened;");
    commentOfBrazil = taken.header("Location");
  }

  private static String difference(JsonNode comment) {
    return comment
        .path("difference")
        .valueStream()
        .map(stretch -> stretch.path("kind").asString() + " " + stretch.path("text").asString())
        .collect(java.util.stream.Collectors.joining("|"));
  }

  @Test
  @Order(4)
  void publishesNothingOfACorrectedReportWhileOneDifferenceIsUndecided() {
    String anew =
        """
        1. The meeting recommends:
        (a) That offices be opened everywhere;
        (b) That registers be kept;
        2. The meeting closed.
        """;
    Answer loaded = put("\"3\"", anew);

    Answer undecided =
        product.post(
            "secretariat",
            DOCUMENT + "/publication",
            """
            {"reason":"the group met","changes":[
              {"recommendation":"%s.1.a","as":"rewording"}]}"""
                .formatted(ID));

    assertThat(loaded.status()).isEqualTo(200);
    assertThat(loaded.body().path("differences"))
        .extracting(d -> d.path("recommendation").asString(), d -> d.path("kind").asString())
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(ID + ".1.a", "changed"),
            org.assertj.core.api.Assertions.tuple(ID + ".1.c", "missing"));
    assertThat(undecided.status()).isEqualTo(409);
    assertThat(undecided.problem()).isEqualTo("changes-undecided");
    assertThat(items().getFirst().path("texts").path("en").asString())
        .isEqualTo("That offices be opened;");
  }

  @Test
  @Order(5)
  void publishesARewordingAndAWithdrawalAsSuchAndMovesNoNumber() {
    String changes =
        """
        {"reason":"the group met","changes":[
          {"recommendation":"%1$s.1.a","as":"rewording"},
          {"recommendation":"%1$s.1.c","as":"withdrawal"}]}"""
            .formatted(ID);

    Answer published = product.post("secretariat", DOCUMENT + "/publication", changes);
    Answer again = product.post("secretariat", DOCUMENT + "/publication", changes);

    assertThat(published.body().path("changed").asInt()).isEqualTo(2);
    assertThat(again.body().path("changed").asInt()).isZero();
    assertThat(items())
        .extracting(
            i -> i.path("number").asInt(),
            i -> i.path("version").asInt(),
            i -> i.path("status").asString())
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(1, 2, "standing"),
            org.assertj.core.api.Assertions.tuple(2, 1, "standing"),
            org.assertj.core.api.Assertions.tuple(3, 1, "withdrawn"));
  }

  @Test
  @Order(6)
  void takesNoCommentOnWhatWasWithdrawnAndShowsItsPlaceInTheCompilation() {
    String body =
        """
        {"consultation":"%s","recommendation":"%s","kind":"editorial","language":"en","text":"t"}""";

    Answer refused =
        product.post("eg", "/api/v1/comments", body.formatted(CONSULTATION, ID + ".1.c"));
    Answer taken =
        product.post("eg", "/api/v1/comments", body.formatted(CONSULTATION, ID + ".1.a"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("detail").asString()).contains("withdrawn");
    assertThat(taken.status()).isEqualTo(201);
    assertThat(taken.body().path("recommendationVersion").asInt()).isEqualTo(2);
    assertThat(difference(product.get("br", commentOfBrazil).body()))
        .isEqualTo("same That |added public |same offices be opened;");
    JsonNode section =
        product
            .get("secretariat", "/api/v1/compilations/" + CONSULTATION)
            .body()
            .path("sections")
            .get(0);
    assertThat(section.path("recommendations").get(0).path("comments"))
        .filteredOn(c -> c.path("participant").path("code").asString().equals("br"))
        .singleElement()
        .satisfies(
            c ->
                assertThat(difference(c))
                    .isEqualTo("same That |added public |same offices be opened;"));
    assertThat(section.path("recommendations"))
        .extracting(i -> i.path("status").asString())
        .containsExactly("standing", "standing", "withdrawn");
  }

  @Test
  @Order(7)
  void refusesAnotherDocumentAnotherLanguageAndAnotherReportUnderAUsedKey() {
    Answer other =
        put(
            "\"4\"",
            MANIFEST.replace(ID, "another").replace("\"language\":\"en\"", "\"language\":\"fr\""),
            REPORT,
            "other");
    Answer first = put("\"4\"", MANIFEST, REPORT, "one-key");
    Answer retried = put("\"4\"", MANIFEST, REPORT, "one-key");
    Answer reused = put("\"5\"", MANIFEST, REPORT.replace("waved", "waived"), "one-key");
    Answer stale = put("\"4\"", MANIFEST, REPORT, "another-key");

    assertThat(other.body().path("errors"))
        .extracting(error -> error.path("field").asString())
        .containsExactly("metadata.document", "metadata.language");
    assertThat(first.header("ETag")).isEqualTo("\"5\"");
    assertThat(retried.status()).isEqualTo(200);
    assertThat(retried.header("ETag")).isEqualTo("\"5\"");
    assertThat(reused.problem()).isEqualTo("idempotency-key-reused");
    assertThat(stale.problem()).isEqualTo("revision-conflict");
  }

  @Test
  @Order(8)
  void refusesASecondDocumentOfTheSameSymbolAndLanguage() {
    Answer refused =
        product.load(
            "secretariat",
            MANIFEST.replace(ID, ID + "-2"),
            REPORT.getBytes(StandardCharsets.UTF_8));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("detail").asString()).startsWith("symbol: " + ID);
  }

  private Answer patch(String revision, String corrections) {
    return product.send(
        "secretariat",
        HttpRequest.newBuilder(product.uri(DOCUMENT))
            .header("Content-Type", "application/json")
            .header("If-Match", revision)
            .method("PATCH", HttpRequest.BodyPublishers.ofString(corrections.formatted(ID))));
  }

  private Answer put(String revision, String report) {
    return put(revision, MANIFEST, report, "key of " + revision);
  }

  private Answer put(String revision, String manifest, String report, String key) {
    return product.send(
        "secretariat",
        product
            .form(DOCUMENT, manifest, report.getBytes(StandardCharsets.UTF_8))
            .header("Idempotency-Key", key.replace(" ", "-"))
            .header("If-Match", revision));
  }

  private List<JsonNode> items() {
    return product
        .get("", "/api/v1/consultations/" + CONSULTATION + "/recommendations")
        .body()
        .path("items")
        .valueStream()
        .toList();
  }

  private static List<String> texts(JsonNode document, String list) {
    return document
        .path(list)
        .valueStream()
        .map(item -> item.path("texts").path("en").asString())
        .toList();
  }
}
