package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.CONSULTATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.standalone.Product.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Papers of the running product: made at once and as exports, for each as far as it may see. */
class ExportIT {

  private static final String COMPILATION = "/api/v1/compilations/" + CONSULTATION;

  private static Product product;
  private static String word;

  @BeforeAll
  static void handIn() {
    product = RunningProduct.get();
    word = "marked" + UUID.randomUUID().toString().substring(0, 8);
    Answer answer =
        product.post(
            "eg",
            "/api/v1/comments",
            """
            {"consultation":"%s","recommendation":"13.f","kind":"technical","position":"support",
             "language":"ar","text":"=تعليق %s","proposedText":"نص مقترح %s","proposedTextLanguage":"ar"}"""
                .formatted(CONSULTATION, word, word));
    assertThat(answer.status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docx", "xlsx", "csv", "akn"})
  void holdWhatTheirReaderMaySeeAndNothingElse(String format) throws Exception {
    String door = COMPILATION + "?language=ar&format=" + format;

    assertThat(content(bytes("eg", door))).contains(word);
    assertThat(content(bytes("secretariat", door))).contains(word);
    assertThat(content(bytes("br", door))).doesNotContain(word);
    assertThat(content(bytes("", door))).doesNotContain(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docx", "pdf", "xlsx", "csv", "akn"})
  void areMadeAsExportsAndFetchedByTheirOwnerAlone(String format) throws Exception {
    Answer taken =
        product.post(
            "secretariat",
            COMPILATION + "/exports",
            "{\"format\":\"%s\",\"language\":\"ar\",\"symbol\":\"CRP.1\"}".formatted(format));
    assertThat(taken.status()).as("%s", taken.body()).isEqualTo(202);
    String export = taken.header("Location");

    JsonNode done =
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> product.get("secretariat", export).body(), e -> e.has("endedAt"));

    assertThat(done.path("state").asString()).isEqualTo("done");
    assertThat(done.path("items").asInt()).isEqualTo(117);
    assertThat(done.path("done").asInt()).isEqualTo(117);
    String file = done.path("file").asString();
    byte[] fetched = bytes("secretariat", file);
    assertThat(fetched).hasSize(done.path("size").asInt());
    assertThat(product.get("eg", export).body())
        .isEqualTo(product.get("eg", "/api/v1/exports/missing").body());
    assertThat(product.get("eg", file).status()).isEqualTo(404);
    assertThat(product.delete("secretariat", export).status()).isEqualTo(204);
    assertThat(product.get("secretariat", file).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "format=csv&order=ours&language=ar",
        "format=csv&order=iso&language=en",
        "format=xlsx&order=ippc&language=fr",
        "format=xlsx&order=ours&language=zh"
      })
  void comeBackAsImportsOfTheSameComments(String asked) throws Exception {
    byte[] file = bytes("eg", COMPILATION + "?" + asked);
    String language = asked.substring(asked.length() - 2);

    Answer taken =
        product.send(
            "ke",
            HttpRequest.newBuilder(
                    product.uri(
                        "/api/v1/imports?language=" + language + "&consultation=" + CONSULTATION))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)));

    assertThat(taken.status()).as("%s", taken.body()).isEqualTo(201);
    // The desk writes the drafts that came of it as a table; what begins as a formula is quoted in
    // it.
    assertThat(content(bytes("ke", "/api/v1/drafts?format=csv&consultation=" + CONSULTATION)))
        .contains("'=تعليق " + word)
        .contains("نص مقترح " + word);
  }

  @Test
  void saySoWhereAFormatIsNotServed() {
    Answer answer = product.get("eg", COMPILATION + "?format=odt");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("detail").asString())
        .isEqualTo("format: odt (expected: one of docx, pdf, xlsx, csv, akn, json)");
  }

  /** What is in a file, unpacked where it is packed. */
  private static String content(byte[] file) throws IOException {
    if (file[0] != 'P' || file[1] != 'K') {
      return new String(file, StandardCharsets.UTF_8);
    }
    var content = new StringBuilder();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        content.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return content.toString();
  }

  private static byte[] bytes(String client, String path) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(product.uri(path));
    if (!client.isEmpty()) {
      request.header("Authorization", "Bearer " + product.token(client));
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).as("%s as '%s'", path, client).isEqualTo(200);
      return answer.body();
    }
  }
}
