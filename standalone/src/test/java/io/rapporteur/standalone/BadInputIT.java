package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.CONSULTATION;
import static io.rapporteur.standalone.Product.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.standalone.Product.Answer;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input: a clear problem of a stable type, nothing changed, never a stack trace. */
class BadInputIT {

  private final Product product = RunningProduct.get();

  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of("{\"consultation\":\"" + CONSULTATION, 400, "malformed-request"),
        Arguments.of("[]", 400, "malformed-request"),
        Arguments.of("{\"text\":\"a\",\"text\":\"b\"}", 400, "malformed-request"),
        Arguments.of(with("13(jj)", "\"surprise\":1"), 422, "invalid-request"),
        Arguments.of(comment("13(jj)", "x".repeat(20_001)), 422, "invalid-request"),
        Arguments.of(comment("99(a)", "x"), 422, "unknown-reference"),
        Arguments.of(comment("13(ي)", "x"), 422, "ambiguous-reference"),
        Arguments.of(comment("13(jj)", "a\\u0000b"), 422, "invalid-request"),
        Arguments.of(comment("13(jj)", "a\\ud800b"), 422, "invalid-request"),
        Arguments.of(comment("13(jj)", " \\u200a "), 422, "invalid-request"),
        Arguments.of(with("13(jj)", "\"position\":\"perhaps\""), 422, "invalid-request"),
        Arguments.of(
            with("13(jj)", "\"proposedText\":\"without language\""), 422, "invalid-request"),
        Arguments.of(with("13(jj)", "\"recommendationVersion\":7"), 422, "invalid-request"),
        Arguments.of(
            comment("13(jj)", "x").replace(CONSULTATION, "nowhere"), 422, "unknown-reference"));
  }

  private static String with(String recommendation, String field) {
    return comment(recommendation, "x")
        .replaceFirst("\\{", "{" + field + ",")
        .replaceFirst(
            "\"position\":\"support\",",
            field.contains("position") ? "" : "\"position\":\"support\",");
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void isAnsweredWithTheTypeOfItsProblem(String body, int status, String problem) {
    Answer answer = product.post("eg", "/api/v1/comments", body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.header("Idempotency-Key")).isNotEmpty();
    assertThat(answer.body().toString()).doesNotContain("Exception");
  }

  @Test
  void namesTheCandidatesOfAnAmbiguousReference() {
    Answer answer = product.post("eg", "/api/v1/comments", comment("13(ي)", "x"));

    assertThat(answer.body().path("errors").get(0).path("candidates").toString())
        .isEqualTo("[\"13(j)\",\"13(jj)\"]");
  }

  @Test
  void namesAllFaultsAtOnce() {
    Answer answer =
        product.post(
            "eg",
            "/api/v1/comments",
            """
            {"consultation":"%s","recommendation":"13(zzzz)","kind":"loud","language":"??","text":"",
             "position":"no","extra":true}"""
                .formatted(CONSULTATION));

    assertThat(answer.body().path("errors").valueStream().map(e -> e.path("field").asString()))
        .containsExactlyInAnyOrder(
            "kind", "position", "text", "language", "extra", "recommendation");
  }

  @Test
  void countsCharactersNotBytes() {
    Answer answer = product.post("eg", "/api/v1/comments", comment("13(jj)", "ي".repeat(20_000)));

    assertThat(answer.status()).isEqualTo(201);
  }

  @Test
  void refusesABodyBeyondItsLimit() {
    Answer answer =
        product.post("eg", "/api/v1/comments", comment("13(jj)", "x".repeat(3_000_000)));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.problem()).isEqualTo("too-large");
  }

  @Test
  void refusesAnotherMediaType() {
    Answer answer =
        product.send(
            "eg",
            HttpRequest.newBuilder(product.uri("/api/v1/comments"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("hello")));

    assertThat(answer.problem()).isEqualTo("unsupported-media-type");
  }

  @Test
  void refusesATokenThatIsNotOfItsIssuer() {
    String foreign = product.token("eg");
    String broken = foreign.substring(0, foreign.length() - 4) + "AAAA";

    Answer answer =
        product.send(
            HttpRequest.newBuilder(product.uri("/api/v1/comments"))
                .header("Authorization", "Bearer " + broken)
                .GET());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("unauthenticated");
  }

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of("", "empty"),
        Arguments.of("Dear Sir,\nthis is a letter.\n", "no numbered paragraph"),
        Arguments.of("1. One.\n\n2. Two.\n", "400"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void refusesAFileThatIsNoSuchReport(String file, String said) {
    Answer answer =
        product.load(
            "secretariat", manifest("no-report", "400"), file.getBytes(StandardCharsets.UTF_8));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("not-a-report");
    assertThat(answer.body().toString()).contains(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%PDF-1.7\n1 0 obj\n", "<!DOCTYPE html><html><body>1. One</body></html>"})
  void refusesAFileThatIsNotOfTheTypeThatItsNameSays(String file) {
    Answer answer =
        product.load(
            "secretariat", manifest("no-report", "1"), file.getBytes(StandardCharsets.UTF_8));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("file-type-mismatch");
  }

  @Test
  void refusesAFileThatIsNoText() {
    Answer answer =
        product.load("secretariat", manifest("no-report", "1"), new byte[] {1, 2, (byte) 0xF0, 0});

    assertThat(answer.problem()).isEqualTo("not-a-report");
    assertThat(answer.body().toString()).contains("binary");
  }

  @Test
  void refusesAFileBeyondItsLimit() {
    Answer answer =
        product.load(
            "secretariat",
            manifest("large", "1"),
            "1. x\n".repeat(4_200_000).getBytes(StandardCharsets.UTF_8));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.problem()).isEqualTo("too-large");
  }

  @Test
  void refusesAManifestWithAllItsFaults() {
    Answer answer =
        product.load(
            "secretariat",
            "{\"document\":\"Not An Id\",\"language\":\"xx\",\"lists\":[{}],\"more\":1}",
            "1. x".getBytes(StandardCharsets.UTF_8));

    assertThat(answer.body().path("errors").valueStream().map(e -> e.path("field").asString()))
        .contains("document", "symbol", "language", "lists[0].paragraph", "more");
  }

  private static String manifest(String document, String paragraph) {
    return """
        {"document":"%s","symbol":"T","titles":{"en":"T"},"language":"en","lists":[{"paragraph":"%s"}]}"""
        .formatted(document, paragraph);
  }
}
