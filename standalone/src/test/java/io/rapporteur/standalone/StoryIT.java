package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.CONSULTATION;
import static io.rapporteur.standalone.Product.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.schemas.reference.LabelSeries;
import io.rapporteur.standalone.Product.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The main job, as each of its users does it. */
class StoryIT {

  private static final String DOCUMENT = "unodc-ccpcj-eg.4-2020-2";
  private final Product product = RunningProduct.get();

  @Test
  void showsThe117RecommendationsInTheOrderOfTheText() throws Exception {
    JsonNode items =
        product
            .get("", "/api/v1/consultations/" + CONSULTATION + "/recommendations")
            .body()
            .path("items");

    List<String> expected = new ArrayList<>();
    IntStream.rangeClosed(1, 67).forEach(n -> expected.add(DOCUMENT + ".13." + LabelSeries.at(n)));
    IntStream.rangeClosed(1, 50).forEach(n -> expected.add(DOCUMENT + ".14." + LabelSeries.at(n)));
    assertThat(items.valueStream().map(item -> item.path("id").asString()))
        .containsExactlyElementsOf(expected);
    String source = Files.readString(Path.of("../seeds/" + DOCUMENT + ".ar.txt"));
    assertThat(items.valueStream().filter(item -> item.path("repairs").isEmpty()))
        .isNotEmpty()
        .allSatisfy(item -> assertThat(source).contains(item.path("texts").path("ar").asString()));
  }

  @Test
  void takesACommentThatTheSecretariatSeesWithinASecondAndNobodyElse() {
    String text = "As Egypt sees it " + UUID.randomUUID();

    Answer posted = product.post("eg", "/api/v1/comments", comment("13 (يي)", text));
    Instant answered = Instant.now();

    assertThat(posted.status()).isEqualTo(201);
    assertThat(posted.header("Location")).startsWith("/api/v1/comments/");
    assertThat(posted.header("ETag")).isEqualTo("\"1\"");
    assertThat(posted.body().path("recommendation").asString()).isEqualTo(DOCUMENT + ".13.jj");
    assertThat(posted.body().path("receipt").path("code").asString())
        .matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");
    await()
        .atMost(Duration.ofSeconds(1))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> compilation("secretariat").toString().contains(text));
    assertThat(Duration.between(answered, Instant.now())).isLessThan(Duration.ofSeconds(2));
    assertThat(compilation("eg").toString()).contains(text);
    assertThat(compilation("").toString()).doesNotContain(text);
    assertThat(compilation("br").toString()).doesNotContain(text);
  }

  @Test
  void givesTheSameAnswerToARetryWithTheSameKey() {
    String key = UUID.randomUUID().toString();

    Answer first =
        product.post("fr", "/api/v1/comments", comment("13.a", "once"), "Idempotency-Key", key);
    Answer again =
        product.post("fr", "/api/v1/comments", comment("13.a", "once"), "Idempotency-Key", key);
    Answer other =
        product.post("fr", "/api/v1/comments", comment("13.a", "other"), "Idempotency-Key", key);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
  }

  @Test
  void revisesAndWithdrawsUnderTheRevisionThatWasSeen() {
    String path =
        product.post("jp", "/api/v1/comments", comment("14(b)", "first")).header("Location");

    Answer withoutRevision = product.put("jp", path, comment("14(b)", "second"));
    Answer second = product.put("jp", path, comment("14(b)", "second"), "If-Match", "\"1\"");
    Answer overtaken = product.put("jp", path, comment("14(b)", "third"), "If-Match", "\"1\"");
    Answer moved = product.put("jp", path, comment("14(c)", "third"), "If-Match", "\"2\"");
    Answer others = product.put("br", path, comment("14(b)", "mine"), "If-Match", "\"2\"");
    Answer withdrawn = product.delete("jp", path, "If-Match", "\"2\"");
    Answer afterwards = product.put("jp", path, comment("14(b)", "again"), "If-Match", "\"3\"");

    assertThat(withoutRevision.problem()).isEqualTo("revision-required");
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.header("ETag")).isEqualTo("\"2\"");
    assertThat(overtaken.status()).isEqualTo(412);
    assertThat(moved.status()).isEqualTo(422);
    assertThat(others.status()).isEqualTo(404);
    assertThat(withdrawn.body().path("status").asString()).isEqualTo("withdrawn");
    assertThat(afterwards.problem()).isEqualTo("comment-withdrawn");
    assertThat(product.get("jp", path).body().path("status").asString()).isEqualTo("withdrawn");
  }

  @Test
  void keepsWhatComesAfterTheDeadlineSealedAndMarkedAsLate() {
    String document = "test-late-" + UUID.randomUUID().toString().substring(0, 8);
    loadAndPublish(document);
    Instant closesAt = Instant.now().plusSeconds(2);
    Answer opened =
        product.post(
            "secretariat",
            "/api/v1/consultations",
            """
            {"id":"%1$s","titles":{"en":"A short one"},"documents":["%1$s"],"closesAt":"%2$s"}"""
                .formatted(document, closesAt));
    assertThat(opened.status()).isEqualTo(201);
    await().until(() -> Instant.now().isAfter(closesAt.plusSeconds(1)));

    Answer late =
        product.post(
            "eg",
            "/api/v1/comments",
            """
            {"consultation":"%s","recommendation":"1(a)","kind":"editorial","language":"en","text":"late"}"""
                .formatted(document));

    assertThat(late.status()).isEqualTo(201);
    assertThat(late.body().path("late").asBoolean()).isTrue();
    await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () ->
                product
                        .get("secretariat", "/api/v1/compilations/" + document)
                        .body()
                        .path("late")
                        .size()
                    == 1);
  }

  @Test
  void loadsTheSameReportTwiceAndPublishesNothingNew() {
    String document = "test-twice-" + UUID.randomUUID().toString().substring(0, 8);

    Answer first = load(document);
    Answer second = load(document);
    Answer published = publish(document);
    Answer again = publish(document);

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(published.body().path("published").asInt()).isEqualTo(3);
    assertThat(again.body().path("published").asInt()).isZero();
    assertThat(again.body().path("standing").asInt()).isEqualTo(3);
  }

  @Test
  void publishesAnEditionFromNothingToAllAndSealsWhatComesLater() {
    String document = "test-edition-" + UUID.randomUUID().toString().substring(0, 8);
    loadAndPublish(document);
    product.post(
        "secretariat",
        "/api/v1/consultations",
        """
        {"id":"%1$s","titles":{"en":"Published early"},"documents":["%1$s"],"closesAt":"%2$s"}"""
            .formatted(document, Instant.now().plusSeconds(3600)));
    handIn("eg", document, "said before");
    Answer tooEarly =
        product.post(
            "secretariat",
            "/api/v1/consultations/" + document + "/publication",
            "{\"edition\":\"first\"}");
    Answer published =
        product.post(
            "secretariat",
            "/api/v1/consultations/" + document + "/publication",
            "{\"edition\":\"first\",\"reason\":\"for the meeting\"}");
    handIn("br", document, "said after");

    assertThat(tooEarly.problem()).isEqualTo("round-still-open");
    assertThat(published.status()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                product
                    .get("", "/api/v1/compilations/" + document)
                    .body()
                    .path("visibility")
                    .asString()
                    .equals("published"));
    String seenByAll = product.get("", "/api/v1/compilations/" + document).body().toString();
    assertThat(seenByAll).contains("said before").doesNotContain("said after");
  }

  private void handIn(String client, String consultation, String text) {
    Answer answer =
        product.post(
            client,
            "/api/v1/comments",
            """
            {"consultation":"%s","recommendation":"1(a)","kind":"substantive","language":"en","text":"%s"}"""
                .formatted(consultation, text));
    assertThat(answer.status()).isEqualTo(201);
  }

  private void loadAndPublish(String document) {
    assertThat(load(document).status()).isEqualTo(201);
    assertThat(publish(document).status()).isEqualTo(200);
  }

  private Answer publish(String document) {
    return product.post("secretariat", "/api/v1/documents/" + document + "/publication", "");
  }

  private Answer load(String document) {
    String report =
        """
        A. Matters for decision

        1. The following were suggested:

        (a) That the clocks be set to one time;

        (b) That the doors be counted;

        (c) That the chairs be left where they are.

        2. The meeting closed.
        """;
    String manifest =
        """
        {"document":"%1$s","symbol":"TEST/%1$s","titles":{"en":"A test"},"language":"en",
         "machineRead":false,"lists":[{"paragraph":"1","agendaItem":"1","headings":{}}]}"""
            .formatted(document);
    return product.load("secretariat", manifest, report.getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode compilation(String client) {
    return product.get(client, "/api/v1/compilations/" + CONSULTATION).body();
  }
}
