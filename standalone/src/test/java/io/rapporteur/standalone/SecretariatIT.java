package io.rapporteur.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.standalone.Product.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The work of the secretariat, told over HTTP: on comments, from the first note to the observation
 * that is read with the edition; and the board that the Bureau opens. What is private carries words
 * of its own, and every answer to others is searched for them.
 */
class SecretariatIT {

  private static final List<String> PRIVATE =
      List.of("privatenote", "privatetag", "privatedrafter");

  private final Product product = RunningProduct.get();
  private final SignedTokens tokens = new SignedTokens(product);
  private final String chair = tokens.of("the-chair", "chair");
  private final String bureau = tokens.of("the-bureau", "bureau");
  private final String id = "s" + UUID.randomUUID().toString().substring(0, 8);
  private final String compilation = "/api/v1/compilations/" + id;
  private String egyptian = "";
  private String brazilian = "";

  @Test
  void goesFromTheFirstNoteToTheObservationThatIsReadWithTheEdition() throws Exception {
    opens();
    theSecretariatWorksOnAComment();
    nothingIsAboutACommentThatIsNotThere();
    whatReplacesMustHaveBeenSeen();
    allFaultsAreToldAtOnce();
    theListIsFilteredAndPaged();
    severalAreTreatedEachForItself();
    theBoardIsOpenedByADecisionAndClosed();
    theRollingTextHoldsWhatItsReaderSees();
    othersReadNothingBeforeTheRelease();
    theObservationIsReadWithTheComment();
    aRevisedCommentShowsThatTheObservationIsOfTheTextBefore();
  }

  private void opens() {
    Answer loaded =
        product.load(
            "secretariat",
            """
            {"document":"%1$s","symbol":"S/%1$s","titles":{"en":"Windows"},"language":"en",
             "lists":[{"paragraph":"1"}]}\
            """
                .formatted(id),
            """
            1. The following was suggested:

            (a) That the windows be opened;

            (b) That they be closed again.

            2. The meeting closed.
            """
                .getBytes(StandardCharsets.UTF_8));
    assertThat(loaded.status()).isEqualTo(201);
    product.post("secretariat", "/api/v1/documents/" + id + "/publication", "");
    assertThat(
            product
                .post(
                    "secretariat",
                    "/api/v1/consultations",
                    """
                    {"id":"%1$s","titles":{"en":"Windows"},"documents":["%1$s"],"closesAt":"%2$s",
                     "zone":"Europe/Vienna"}\
                    """
                        .formatted(id, Instant.now().plusSeconds(3600)))
                .status())
        .isEqualTo(201);
    egyptian = handIn("eg", "1(a)");
    brazilian = handIn("br", "1(b)");
  }

  private String handIn(String client, String item) {
    Answer answer =
        product.post(
            client,
            "/api/v1/comments",
            """
            {"consultation":"%s","recommendation":"%s","kind":"substantive","language":"en","text":"of %s"}\
            """
                .formatted(id, item, client));
    assertThat(answer.status()).isEqualTo(201);
    String location = answer.header("Location");
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private String work(String comment) {
    return compilation + "/comments/" + comment + "/work";
  }

  private Answer patch(String comment, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(product.uri(work(comment)))
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(body));
    return product.send("secretariat", headers.length == 0 ? request : request.headers(headers));
  }

  private void theSecretariatWorksOnAComment() {
    Answer before = product.get("secretariat", work(egyptian));
    assertThat(before.header("ETag")).isEqualTo("\"0\"");
    String key = UUID.randomUUID().toString();
    String body =
        """
        {"commentRevision":1,"observation":{"text":"well observed","language":"en","texts":{"fr":"bien vu"}},
         "disposition":"accepted-in-part","note":"privatenote","tags":{"add":["privatetag"]},
         "assignment":{"to":"privatedrafter","dueOn":"2001-01-01"}}\
        """;

    Answer treated = patch(egyptian, body, "Idempotency-Key", key, "If-Match", "\"0\"");
    Answer again = patch(egyptian, body, "Idempotency-Key", key, "If-Match", "\"0\"");
    Answer other = patch(egyptian, "{\"note\":\"another\"}", "Idempotency-Key", key);

    assertThat(treated.status()).as(treated.body().toString()).isEqualTo(200);
    assertThat(treated.header("ETag")).isEqualTo("\"1\"");
    assertThat(treated.body().path("disposition").path("disposition").asString())
        .isEqualTo("accepted-in-part");
    assertThat(treated.body().path("disposition").path("by").asString()).isEqualTo("secretariat");
    assertThat(treated.body().path("notes").get(0).path("note").asInt()).isEqualTo(1);
    assertThat(treated.body().path("tags").toString()).isEqualTo("[\"privatetag\"]");
    assertThat(treated.body().path("overdue").asBoolean()).isFalse();
    assertThat(again.body()).isEqualTo(treated.body());
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
  }

  private void nothingIsAboutACommentThatIsNotThere() {
    String withdrawn = handIn("br", "1(b)");
    product.delete("br", "/api/v1/comments/" + withdrawn, "If-Match", "\"1\"");
    String elsewhere =
        product
            .post("eg", "/api/v1/comments", Product.comment("13.a", "of another consultation"))
            .header("Location");
    String elsewhereId = elsewhere.substring(elsewhere.lastIndexOf('/') + 1);

    for (String comment : List.of(withdrawn, elsewhereId, UUID.randomUUID().toString())) {
      assertThat(patch(comment, "{\"note\":\"x\"}").status()).isEqualTo(404);
      assertThat(product.get("secretariat", work(comment)).status()).isEqualTo(404);
    }
  }

  private void whatReplacesMustHaveBeenSeen() {
    String change = "{\"commentRevision\":1,\"disposition\":\"accepted\"}";

    assertThat(patch(egyptian, change).problem()).isEqualTo("revision-required");
    assertThat(patch(egyptian, change, "If-Match", "\"0\"").problem())
        .isEqualTo("revision-conflict");
    assertThat(patch(egyptian, "{\"tags\":{\"add\":[\"b\"]}}").header("ETag")).isEqualTo("\"2\"");
    assertThat(patch(egyptian, change, "If-Match", "\"1\"").header("ETag")).isEqualTo("\"3\"");
    JsonNode history = product.get("secretariat", work(egyptian)).body().path("history");
    assertThat(history).hasSize(3);
    assertThat(history.get(0).toString()).contains("accepted-in-part", "well observed");
  }

  private void allFaultsAreToldAtOnce() {
    Answer answer =
        patch(
            brazilian,
            """
            {"commentRevision":7,"observation":{"text":"","language":"de"},"disposition":"maybe",
             "assignment":{"to":" ","dueOn":"tomorrow"},"colour":"red"}\
            """);

    assertThat(answer.status()).isEqualTo(422);
    List<String> faults = new ArrayList<>();
    answer.body().path("errors").forEach(e -> faults.add(e.path("message").asString()));
    assertThat(faults)
        .anyMatch(f -> f.startsWith("commentRevision: 7 (expected: a revision that made a text"))
        .anyMatch(f -> f.startsWith("observation.text: empty"))
        .anyMatch(f -> f.startsWith("observation.language: de"))
        .anyMatch(f -> f.startsWith("disposition: maybe"))
        .anyMatch(f -> f.startsWith("assignment.to: blank"))
        .anyMatch(f -> f.startsWith("assignment.dueOn: tomorrow"))
        .anyMatch(f -> f.startsWith("colour: unknown"));
  }

  private void theListIsFilteredAndPaged() {
    assertThat(listed("?disposition=none")).containsExactly(brazilian);
    assertThat(listed("?disposition=accepted")).containsExactly(egyptian);
    assertThat(listed("?tag=privatetag&assignee=privatedrafter")).containsExactly(egyptian);
    assertThat(listed("?assignee=none")).containsExactly(brazilian);
    assertThat(listed("?overdue=true")).isEmpty();
    JsonNode page = product.get("secretariat", compilation + "/work?limit=1").body();
    String later = handIn("eg", "1(a)");
    String next = "?limit=10&cursor=" + page.path("next").asString();

    assertThat(ids(page)).containsExactly(egyptian);
    assertThat(listed(next)).containsExactly(brazilian);
    assertThat(listed("")).containsExactly(egyptian, later, brazilian);
    assertThat(
            product
                .get("secretariat", compilation + "/work?limit=0&disposition=x&cursor=%21")
                .body()
                .path("errors"))
        .hasSize(3);
    product.delete("eg", "/api/v1/comments/" + later, "If-Match", "\"1\"");
  }

  private List<String> listed(String query) {
    return ids(product.get("secretariat", compilation + "/work" + query).body());
  }

  private static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.path("comments").forEach(each -> ids.add(each.path("comment").asString()));
    return ids;
  }

  private void severalAreTreatedEachForItself() {
    String missing = UUID.randomUUID().toString();
    String key = UUID.randomUUID().toString();
    String body =
        """
        {"comments":[{"comment":"%s","commentRevision":1,"revision":0},{"comment":"%s","commentRevision":1,"revision":1},
                     {"comment":"%s","commentRevision":1}],
         "disposition":"noted","tags":{"add":["block"]},
         "assignment":{"to":"privatedrafter","dueOn":"2001-01-01"}}\
        """
            .formatted(brazilian, egyptian, missing);

    Answer bulk = product.post("secretariat", compilation + "/work", body, "Idempotency-Key", key);
    Answer again = product.post("secretariat", compilation + "/work", body, "Idempotency-Key", key);

    assertThat(bulk.status()).as(bulk.body().toString()).isEqualTo(200);
    List<Integer> statuses = new ArrayList<>();
    bulk.body().path("results").forEach(each -> statuses.add(each.path("status").asInt()));
    assertThat(statuses).containsExactly(200, 412, 404);
    assertThat(again.body()).isEqualTo(bulk.body());
    assertThat(listed("?tag=block")).containsExactly(brazilian);
    patch(brazilian, "{\"disposition\":null}", "If-Match", "\"1\"");
    assertThat(listed("?overdue=true")).containsExactly(brazilian);
  }

  private void theBoardIsOpenedByADecisionAndClosed() throws Exception {
    String board = compilation + "/board";
    String tallies = compilation + "/tallies";
    assertThat(statuses(tallies)).containsExactly(403, 403, 403, 401);

    Answer opened =
        product.put("secretariat", board, "{\"audience\":\"chair\",\"decision\":\"Bureau 1\"}");
    assertThat(opened.header("ETag")).isEqualTo("\"1\"");
    assertThat(statuses(tallies)).containsExactly(403, 200, 403, 401);
    assertThat(
            product
                .put("secretariat", board, "{\"audience\":\"everyone\",\"decision\":\"Bureau 2\"}")
                .problem())
        .isEqualTo("revision-required");
    open("participants", "\"1\"");
    assertThat(statuses(tallies)).containsExactly(200, 200, 200, 401);
    JsonNode seen = product.get("cl", tallies).body();
    assertThat(seen.path("opened").path("decision").asString()).isEqualTo("Bureau 2");
    assertThat(seen.has("cut")).isFalse();
    assertThat(seen.path("tallies").get(0).path("received").asInt()).isEqualTo(1);
    assertThat(seen.toString()).doesNotContain("of eg").doesNotContain("\"eg\"");
    assertThat(product.get("cl", compilation).body().toString()).doesNotContain("of br", "of eg");
    open("everyone", "\"2\"");
    assertThat(statuses(tallies)).containsExactly(200, 200, 200, 200);

    HttpResponse<InputStream> stream =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(product.uri(compilation + "/stream")).build(),
                HttpResponse.BodyHandlers.ofInputStream());
    try (var lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("event: board");
      assertThat(lines.readLine()).startsWith("data: ").doesNotContain("cut:");

      Answer closed =
          product.delete("secretariat", board + "?decision=Bureau+3", "If-Match", "\"3\"");

      assertThat(closed.body().path("audience").asString()).isEqualTo("closed");
      assertThat(closed.body().path("history")).hasSize(4);
      // The stream ends with the decision that closes.
      await().atMost(Duration.ofSeconds(20)).until(() -> ended(lines));
    }
    assertThat(statuses(tallies)).containsExactly(403, 403, 403, 401);
  }

  private static boolean ended(BufferedReader lines) throws IOException {
    return lines.readLine() == null;
  }

  private void open(String audience, String seen) {
    Answer opened =
        product.put(
            "secretariat",
            compilation + "/board",
            "{\"audience\":\"%s\",\"decision\":\"Bureau 2\",\"procedure\":\"silence-1\"}"
                .formatted(audience),
            "If-Match",
            seen);
    assertThat(opened.status()).as(opened.body().toString()).isEqualTo(200);
  }

  /** For a delegation, the chair, the Bureau, and without a token. */
  private List<Integer> statuses(String path) {
    return List.of(
        product.get("cl", path).status(),
        tokens.get(chair, path).status(),
        tokens.get(bureau, path).status(),
        product.get("", path).status());
  }

  /** The text of a paper. */
  private String paper(String client, String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(product.uri(path));
    if (!client.isEmpty()) {
      request.header("Authorization", "Bearer " + product.token(client));
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      return Legible.text(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void theRollingTextHoldsWhatItsReaderSees() {
    propose("eg", "en", "That the big windows be opened;");
    propose("br", "en", "That  the big windows be opened;");
    propose("cl", "en", "That the large windows be opened;");
    propose("fr", "fr", "Que les fenêtres soient ouvertes ;");
    String rolling = compilation + "/rolling-text?language=en&recommendation=1(a)";

    JsonNode item =
        product.get("secretariat", rolling + "&threshold=0.8").body().path("items").get(0);

    assertThat(item.path("bracketed").asString())
        .isEqualTo("That the [big: Brazil, Egypt] [large: Chile] windows be opened;");
    assertThat(item.path("proposals")).hasSize(2);
    assertThat(item.path("proposals").get(0).path("near").asString()).isEqualTo("1");
    assertThat(item.path("proposals").get(0).path("nearBy").asString()).isEqualTo("computed");
    assertThat(item.path("pending").get(0).path("status").asString())
        .isEqualTo("original, translation pending");
    for (String format : List.of("docx", "pdf")) {
      String asked = rolling + "&threshold=0.8&format=" + format;
      assertThat(Legible.closed(paper("secretariat", asked)))
          .contains(
              Legible.closed("That the [big: Brazil, Egypt] [large: Chile] windows be opened;"),
              Legible.closed("Proposed by: Brazil; Egypt – near-duplicates, group 1"),
              Legible.closed("Que les fenêtres soient ouvertes ;"),
              Legible.closed("It shows a part of the compilation: Item"));
      assertThat(Legible.closed(paper("", asked)))
          .contains("windowsbeopened;", "Notextisproposedonthisitem.")
          .doesNotContain("big", "large", "Brazil", "Chile");
      assertThat(Legible.closed(paper("cl", asked)))
          .contains("[large:Chile]")
          .doesNotContain("big", "Brazil");
    }
    assertThat(product.get("", rolling + "&format=csv").body().toString())
        .contains("format: csv (expected: one of docx, pdf, json)");
    assertThat(product.get("", compilation + "/rolling-text?format=pdf").body().toString())
        .contains("language: missing");
    assertThat(paper("", rolling, "Accept", "application/pdf")).contains("windows be opened;");
    assertThat(product.get("", rolling).body().path("items").get(0).path("bracketed").asString())
        .isEqualTo("That the windows be opened;");
    assertThat(product.get("cl", rolling).body().toString())
        .contains("[large: Chile]")
        .doesNotContain("big", "Brazil");
    String part =
        """
        {"recommendation":"1(a)","language":"en","grouping":"parted","texts":["%s"],"threshold":%s}\
        """;
    String text = item.path("proposals").get(0).path("id").asString();
    Answer parted =
        product.post(
            "secretariat", compilation + "/rolling-text/groups", part.formatted(text, 0.8));
    assertThat(parted.status()).as(parted.body().toString()).isEqualTo(200);
    assertThat(product.get("secretariat", rolling + "&threshold=0.8").body().toString())
        .doesNotContain("\"near\"");
    assertThat(
            product
                .post(
                    "secretariat",
                    compilation + "/rolling-text/groups",
                    part.formatted("0000000000000000", 0.2))
                .body()
                .path("errors")
                .get(0)
                .path("message")
                .asString())
        .startsWith("threshold: 0.2 (expected: a number from 0.5 to 1");
    assertThat(
            product
                .post(
                    "secretariat",
                    compilation + "/rolling-text/groups",
                    part.formatted("0000000000000000", 0.8))
                .problem())
        .isEqualTo("invalid-request");
  }

  private void propose(String client, String language, String text) {
    Answer answer =
        product.post(
            client,
            "/api/v1/comments",
            """
            {"consultation":"%s","recommendation":"1(a)","kind":"editorial","language":"%s",
             "text":"x","proposedText":"%s","proposedTextLanguage":"%s"}\
            """
                .formatted(id, language, text, language));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
  }

  private void othersReadNothingBeforeTheRelease() {
    assertThat(product.get("secretariat", compilation).body().toString())
        .contains("well observed", "bien vu");
    assertThat(product.get("eg", compilation).body().toString())
        .contains("of eg")
        .doesNotContain("well observed");
    assertThat(tokens.get(chair, compilation).body().toString())
        .doesNotContain("of eg", "well observed");

    publish();

    assertThat(tokens.get(chair, compilation).body().toString()).contains("of eg", "well observed");
    for (String reader : List.of("", "br", "eg")) {
      assertThat(product.get(reader, compilation).body().toString())
          .contains("of eg")
          .doesNotContain("well observed");
    }
    assertThat(tokens.get(bureau, compilation).body().toString()).doesNotContain("well observed");
  }

  private void publish() {
    assertThat(
            product
                .post(
                    "secretariat",
                    "/api/v1/consultations/" + id + "/publication",
                    "{\"edition\":\"first\",\"reason\":\"a test\"}")
                .status())
        .isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> product.get("", compilation).body().toString().contains("of eg"));
  }

  private void theObservationIsReadWithTheComment() {
    assertThat(patch(egyptian, "{\"release\":true}", "If-Match", "\"3\"").status()).isEqualTo(200);

    for (String reader : List.of("", "br", "eg")) {
      String body = product.get(reader, compilation).body().toString();
      assertThat(body).contains("well observed", "\"disposition\":\"accepted\"");
      assertThat(body).doesNotContain(PRIVATE.toArray(String[]::new));
    }
    String csv = product.text(compilation + "?format=csv&order=iso&language=fr");
    assertThat(csv)
        .contains("Observations of the secretariat")
        .contains("Accepté. bien vu")
        .doesNotContain(PRIVATE.toArray(String[]::new));
  }

  private void aRevisedCommentShowsThatTheObservationIsOfTheTextBefore() {
    Answer revised =
        product.put(
            "eg",
            "/api/v1/comments/" + egyptian,
            """
            {"consultation":"%s","recommendation":"1(a)","kind":"substantive","language":"en","text":"revised"}\
            """
                .formatted(id),
            "If-Match",
            "\"1\"");
    assertThat(revised.status()).as(revised.body().toString()).isEqualTo(200);

    JsonNode work = product.get("secretariat", work(egyptian)).body();
    assertThat(work.path("commentRevision").asInt()).isEqualTo(2);
    assertThat(work.path("observation").path("ofRevision").asInt()).isEqualTo(1);
    assertThat(work.path("observation").path("outdated").asBoolean()).isTrue();
    String sealed =
        """
        {"commentRevision":2,"observation":{"text":"on the sealed text","language":"en"},"release":true}\
        """;
    String seen = "\"%d\"".formatted(work.path("revision").asInt());
    assertThat(patch(egyptian, sealed, "If-Match", seen).status()).isEqualTo(200);
    // The edition shows the first text: what is said of the second stays with the second.
    assertThat(product.get("", compilation).body().toString())
        .contains("well observed")
        .doesNotContain("on the sealed text");
    assertThat(product.get("eg", compilation).body().toString()).contains("on the sealed text");
  }
}
