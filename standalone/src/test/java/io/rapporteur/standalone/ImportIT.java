package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.CONSULTATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.standalone.Product.Answer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Filled tables through the running product: in, out, in again, and handed in. */
class ImportIT {

  private static final String IMPORTS = "/api/v1/imports?language=en&consultation=" + CONSULTATION;

  @TempDir static Path folder;

  private static Product product;

  @BeforeAll
  static void start() {
    product = Product.start(folder.resolve("data"));
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void takesFiveThousandRowsOfWhichTenAreBadAndHandsInTheGoodOnes() {
    var rows = new StringBuilder("No.,Kind of comment,Position,Comment\n");
    for (int n = 0; n < 5_000; n++) {
      rows.append(n % 117 + 1).append(",Technical,").append(n % 500 == 250 ? "Perhaps" : "Support");
      rows.append(",\"Comment ").append(n).append(", تعليق\"\n");
    }
    byte[] file = rows.toString().getBytes(StandardCharsets.UTF_8);

    long begun = System.nanoTime();
    Answer first = take("ke", IMPORTS, file, "first");
    long took = System.nanoTime() - begun;
    Answer retried = take("ke", IMPORTS, file, "first");
    Answer again = take("ke", IMPORTS, file, "again");
    String place = first.header("Location");
    Answer faulty = product.get("ke", place + "?state=faulty");
    Answer submitted = product.post("ke", place + "/submission", "", "Idempotency-Key", "all");
    Answer repeated = product.post("ke", place + "/submission", "", "Idempotency-Key", "all");
    Answer after = take("ke", IMPORTS, file, "after");

    assertThat(first.status()).as("%s", first.body()).isEqualTo(201);
    assertThat(count(first, "new")).isEqualTo(4_990);
    assertThat(count(first, "faulty")).isEqualTo(10);
    assertThat(first.body().path("lines").size()).isEqualTo(100);
    assertThat(retried.body().path("id")).isEqualTo(first.body().path("id"));
    assertThat(count(retried, "new")).isEqualTo(4_990);
    assertThat(count(again, "unchanged")).isEqualTo(4_990);
    assertThat(count(again, "gone")).isZero();
    assertThat(faulty.body().path("lines").size()).isEqualTo(10);
    JsonNode bad = faulty.body().path("lines").get(0);
    assertThat(bad.path("row").asInt()).isEqualTo(252);
    assertThat(bad.path("notes").get(0).path("message").asString()).startsWith("C252: Perhaps");
    assertThat(submitted.status()).as("%s", submitted.body()).isEqualTo(201);
    assertThat(submitted.body().path("comments").asInt()).isEqualTo(4_990);
    assertThat(submitted.body().path("left").size()).isZero();
    assertThat(repeated.body()).isEqualTo(submitted.body());
    assertThat(product.get("ke", place).body().path("stages").path("submitted").asInt())
        .isEqualTo(4_990);
    assertThat(count(after, "unchanged")).isEqualTo(4_990);
    System.out.printf(
        "import of 5,000 rows: %d ms, handed in with acts: %s%n",
        took / 1_000_000, submitted.body().path("acts"));
  }

  @Test
  void handsInWhatDoesNotFitIntoOneActWithSeveralAndSaysHowMany() {
    var lines = new StringBuilder();
    for (int n = 0; n < 500; n++) {
      lines.append("{\"number\":\"").append(n % 117 + 1).append("\",\"kind\":\"technical\",");
      lines.append("\"text\":\"").append(n).append(" ").append("x".repeat(19_900)).append("\"}\n");
    }
    byte[] file = lines.toString().getBytes(StandardCharsets.UTF_8);
    assertThat(file).hasSizeGreaterThan(8 * 1024 * 1024);

    long begun = System.nanoTime();
    Answer taken = take("gh", IMPORTS, file, "large");
    long imported = System.nanoTime();
    String door = taken.header("Location") + "/submission";
    Answer submitted = product.post("gh", door, "", "Idempotency-Key", "large");
    long handedIn = System.nanoTime();
    Answer repeated = product.post("gh", door, "", "Idempotency-Key", "large");

    assertThat(count(taken, "new")).as("%s", taken.body()).isEqualTo(500);
    assertThat(submitted.status()).as("%s", submitted.body()).isEqualTo(201);
    assertThat(submitted.body().path("comments").asInt()).isEqualTo(500);
    assertThat(submitted.body().path("acts").asInt()).isGreaterThan(1);
    assertThat(repeated.body()).isEqualTo(submitted.body());
    JsonNode submission =
        product
            .get("gh", "/api/v1/submissions/" + submitted.body().path("submission").asString())
            .body();
    assertThat(submission.path("revision").asInt())
        .isEqualTo(submitted.body().path("acts").asInt());
    assertThat(submission.path("comments").size()).isEqualTo(500);
    System.out.printf(
        "import of %d bytes: %d ms, handed in with %s acts in %d ms%n",
        file.length,
        (imported - begun) / 1_000_000,
        submitted.body().path("acts"),
        (handedIn - imported) / 1_000_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "docx", "csv", "ndjson"})
  void givesDraftsBackAsATableThatChangesNothing(String format) throws Exception {
    String ministry = "&ministry=" + format;
    byte[] table =
        "Reference,Kind of comment,Comment,Proposed text\n\"13(a), 13(c)\",Technical,=one,two\n,,on the whole,\n"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(count(take("sn", IMPORTS + ministry, table, format), "new")).isEqualTo(3);

    for (String language : new String[] {"ar", "en"}) {
      for (String layout : new String[] {"ours", "iso", "ippc"}) {
        byte[] exported =
            bytes(
                "sn",
                "/api/v1/drafts?format=%s&layout=%s&language=%s&consultation=%s%s"
                    .formatted(format, layout, language, CONSULTATION, ministry));
        Answer again =
            take("sn", IMPORTS + ministry, exported, format + "-" + layout + "-" + language);

        assertThat(again.status()).as("%s", again.body()).isEqualTo(201);
        assertThat(again.body().path("format").asString()).isEqualTo(format);
        assertThat(count(again, "unchanged")).as("%s", again.body()).isEqualTo(3);
        assertThat(again.body().path("lines").size()).isEqualTo(3);
      }
    }
  }

  @Test
  void leavesWhatIsNotCompleteAndSaysWhatItLacks() {
    byte[] table =
        "Reference,Kind of comment,Comment\n13(a),Technical,whole\n13(c),,no kind\n"
            .getBytes(StandardCharsets.UTF_8);
    Answer taken = take("ma", IMPORTS, table, "incomplete");

    Answer submitted = product.post("ma", taken.header("Location") + "/submission", "");

    assertThat(count(taken, "new")).isEqualTo(2);
    assertThat(taken.body().path("lines").get(1).path("notes").get(0).path("field").asString())
        .isEqualTo("B3");
    assertThat(submitted.status()).as("%s", submitted.body()).isEqualTo(201);
    assertThat(submitted.body().path("comments").asInt()).isEqualTo(1);
    assertThat(submitted.body().path("left").get(0).path("message").asString())
        .contains("kind: missing");
  }

  @Test
  void isSealedFromAllOthers() {
    byte[] table = "Reference,Comment\n13(a),text\n".getBytes(StandardCharsets.UTF_8);
    String place = take("at", IMPORTS, table, "sealed").header("Location");

    assertThat(product.get("at", place).status()).isEqualTo(200);
    for (String other : new String[] {"br", "jp"}) {
      Answer refused = product.get(other, place);
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.body().path("detail"))
          .isEqualTo(product.get(other, "/api/v1/imports/missing").body().path("detail"));
      assertThat(product.post(other, place + "/submission", "").status()).isEqualTo(404);
    }
    assertThat(product.get("secretariat", place).status()).isEqualTo(403);
    assertThat(product.get("", place).status()).isEqualTo(401);
  }

  @Test
  void refusesWhatIsNoTableWithAProblemOfItsOwn() {
    byte[] table = "Reference,Comment\n13(a),text\n".getBytes(StandardCharsets.UTF_8);

    assertThat(take("cl", IMPORTS, new byte[0], "1").status()).isEqualTo(422);
    assertThat(take("cl", IMPORTS, "some text".getBytes(StandardCharsets.UTF_8), "2").problem())
        .isEqualTo("not-a-table");
    assertThat(take("cl", IMPORTS, new byte[100], "3").problem()).isEqualTo("file-encoding");
    assertThat(take("cl", "/api/v1/imports?language=xx", table, "4").body().path("errors").size())
        .isEqualTo(2);
    assertThat(take("cl", IMPORTS, new byte[21 * 1024 * 1024], "5").problem())
        .isEqualTo("too-large");
    assertThat(take("cl", IMPORTS, table, "6").status()).isEqualTo(201);
    assertThat(take("cl", IMPORTS + "&ministry=other", table, "6").problem())
        .isEqualTo("idempotency-key-reused");
    HttpRequest.Builder form =
        HttpRequest.newBuilder(product.uri(IMPORTS))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofByteArray(table));
    assertThat(product.send("cl", form).problem()).isEqualTo("unsupported-media-type");
  }

  @Test
  void takesAFileAsAPartOfAForm() {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.exe\"\r\n\r\n"
            + "Reference,Comment\r\n13(a),text\r\n\r\n--b--\r\n";
    HttpRequest.Builder form =
        HttpRequest.newBuilder(product.uri(IMPORTS))
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(HttpRequest.BodyPublishers.ofString(body));

    Answer taken = product.send("ru", form);

    assertThat(taken.status()).as("%s", taken.body()).isEqualTo(201);
    assertThat(count(taken, "new")).isEqualTo(1);
  }

  private static int count(Answer answer, String state) {
    return answer.body().path("counts").path(state).asInt(-1);
  }

  private static Answer take(String client, String path, byte[] file, String key) {
    return product.send(
        client,
        HttpRequest.newBuilder(product.uri(path))
            .header("Content-Type", "application/octet-stream")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
  }

  private static byte[] bytes(String client, String path) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer =
          http.send(
              HttpRequest.newBuilder(product.uri(path))
                  .header("Authorization", "Bearer " + product.token(client))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    }
  }
}
