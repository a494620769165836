package io.rapporteur.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapporteur.standalone.Product.Answer;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** Two reports, one of them in two languages, in one consultation. */
@TestMethodOrder(OrderAnnotation.class)
class LanguagesIT {

  private static final String ID = "languages-it";
  private static final String OTHER = "languages-it-2";
  private static final String DOCUMENT = "/api/v1/documents/" + ID;
  private static final String ROUND = "/api/v1/consultations/languages-it-round";
  private static final String ENGLISH =
      """
      1. The meeting recommends:
      (a) That offices be opened;
      (b) That registers be kept;
      (c) That fees be waived.
      2. The meeting closed.
      """;

  private final Product product = RunningProduct.get();

  @Test
  @Order(1)
  void showsWhatAFurtherLanguageLacksAndHasBeyondBeforeAnythingIsPublished() {
    Answer english = load(manifest(ID, "X/2026/8", "2026", "en", ""), ENGLISH);
    Answer french =
        load(
            manifest(ID, "X/2026/8", "2026", "fr", ""),
            """
            1. La réunion recommande :
            a) D'ouvrir des bureaux ;
            c) De renoncer aux droits ;
            d) De publier les actes.
            2. La réunion est close.
            """);

    assertThat(english.status()).isEqualTo(201);
    assertThat(french.status()).isEqualTo(201);
    assertThat(french.header("Location")).isEqualTo(DOCUMENT + "?language=fr");
    assertThat(french.header("ETag")).isEqualTo("\"2\"");
    assertThat(french.body().path("languages"))
        .extracting(JsonNode::asString)
        .containsExactly("en", "fr");
    assertThat(french.body().path("differences"))
        .filteredOn(d -> !d.path("kind").asString().equals("new-language"))
        .extracting(d -> d.path("recommendation").asString(), d -> d.path("kind").asString())
        .containsExactly(tuple(ID + ".1.d", "extra"), tuple(ID + ".1.b", "missing"));
    assertThat(product.get("secretariat", DOCUMENT).body().path("language").asString())
        .isEqualTo("en");
  }

  @Test
  @Order(2)
  void publishesTheLeadingLanguageFirstAndTheOtherOnlyWhenEveryItemHasItsPlace() {
    Answer tooEarly = publish("?language=fr");
    Answer leading = publish("");
    Answer undecided = publish("?language=fr");

    assertThat(tooEarly.status()).isEqualTo(422);
    assertThat(tooEarly.body().path("errors").get(0).path("field").asString())
        .isEqualTo("language");
    assertThat(leading.body().path("published").asInt()).isEqualTo(3);
    assertThat(undecided.problem()).isEqualTo("changes-undecided");
    assertThat(undecided.body().path("errors")).hasSize(2);

    Answer corrected =
        product.send(
            "secretariat",
            HttpRequest.newBuilder(product.uri(DOCUMENT + "?language=fr"))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"2\"")
                .method(
                    "PATCH",
                    HttpRequest.BodyPublishers.ofString(
                        """
                        {"reason":"the letters slipped","corrections":[
                          {"kind":"label","item":"%1$s.1.d","label":"b"}]}"""
                            .formatted(ID))));
    Answer published = publish("?language=fr");

    assertThat(corrected.status()).isEqualTo(200);
    assertThat(published.body().path("added").asInt()).isEqualTo(3);
  }

  @Test
  @Order(3)
  void readsAFileInTheEncodingThatIsGivenAndShowsIt() {
    byte[] russian =
        "1. Совещание рекомендует:\nа) открыть бюро;\nb) вести реестры.\n2. Конец.\n"
            .getBytes(Charset.forName("windows-1251"));

    Answer wrong =
        product.load(
            "secretariat",
            manifest(OTHER, "X/2025/3", "2025", "ru", ",\"encoding\":\"x-klingon\""),
            russian);
    Answer loaded =
        product.load(
            "secretariat",
            manifest(OTHER, "X/2025/3", "2025", "ru", ",\"encoding\":\"windows-1251\""),
            russian);

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body().path("errors").get(0).path("field").asString()).isEqualTo("encoding");
    assertThat(loaded.body().path("encoding").asString()).isEqualTo("windows-1251");
    assertThat(loaded.body().path("format").asString()).isEqualTo("text");
    assertThat(loaded.body().path("items").get(0).path("texts").path("ru").asString())
        .isEqualTo("открыть бюро;");
    assertThat(
            product.post("secretariat", "/api/v1/documents/" + OTHER + "/publication", "").status())
        .isEqualTo(200);
  }

  @Test
  @Order(4)
  void numbersTheItemsOfBothDocumentsOnceAndNamesThemByTheirShortNames() {
    Answer opened =
        product.post(
            "secretariat",
            "/api/v1/consultations",
            """
            {"id":"languages-it-round","titles":{"en":"A round"},"documents":["%s","%s"],
             "closesAt":"%s"}"""
                .formatted(ID, OTHER, Instant.now().plusSeconds(86_400)));

    assertThat(opened.status()).isEqualTo(201);
    assertThat(items())
        .extracting(i -> i.path("number").asInt(), i -> i.path("reference").asString())
        .containsExactly(
            tuple(1, "2026 1(a)"),
            tuple(2, "2026 1(b)"),
            tuple(3, "2026 1(c)"),
            tuple(4, "2025 1(a)"),
            tuple(5, "2025 1(b)"));
    assertThat(items().get(1).path("texts").path("fr").asString())
        .isEqualTo("De publier les actes.");
    assertThat(items().get(1).path("printedLabels").path("fr").asString()).isEqualTo("d");
    JsonNode section = product.get("", ROUND + "/recommendations").body().path("sections").get(0);
    assertThat(section.path("disclaimers").path("fr").asString())
        .isEqualTo("La réunion recommande :");
    assertThat(section.path("disclaimers").path("en").asString())
        .isEqualTo("The meeting recommends:");
  }

  @Test
  @Order(5)
  void takesACommentOnTheItemOfAShortNameAndAnswersABareReferenceWithBothCandidates() {
    String comment =
        """
        {"consultation":"languages-it-round","recommendation":"%s","kind":"editorial",
         "language":"fr","text":"t"}""";

    Answer bare = product.post("eg", "/api/v1/comments", comment.formatted("1(a)"));
    Answer named = product.post("eg", "/api/v1/comments", comment.formatted("2025 1(a)"));

    assertThat(bare.body().path("errors").get(0).path("candidates"))
        .extracting(JsonNode::asString)
        .containsExactly("2026 1(a)", "2025 1(a)");
    assertThat(named.status()).isEqualTo(201);
    assertThat(named.body().path("recommendation").asString()).isEqualTo(OTHER + ".1.a");
  }

  @Test
  @Order(6)
  void movesNoNumberOfTheSecondDocumentWhenAnItemOfTheFirstIsFoundLater() {
    Answer corrected =
        product.send(
            "secretariat",
            HttpRequest.newBuilder(product.uri(DOCUMENT))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"3\"")
                .method(
                    "PATCH",
                    HttpRequest.BodyPublishers.ofString(
                        """
                        {"reason":"two items","corrections":[
                          {"kind":"split","item":"%s.1.c","at":15,"label":"d"}]}"""
                            .formatted(ID))));
    Answer published =
        product.post(
            "secretariat",
            DOCUMENT + "/publication",
            """
            {"reason":"two items","changes":[{"recommendation":"%s.1.c","as":"transcription"}]}"""
                .formatted(ID));

    assertThat(corrected.status()).isEqualTo(200);
    assertThat(published.body().path("published").asInt()).isEqualTo(1);
    assertThat(items())
        .extracting(i -> i.path("number").asInt(), i -> i.path("reference").asString())
        .endsWith(tuple(4, "2025 1(a)"), tuple(5, "2025 1(b)"), tuple(6, "2026 1(d)"));
    assertThat(
            product
                .get("secretariat", "/api/v1/compilations/languages-it-round")
                .body()
                .path("sections"))
        .flatExtracting(s -> s.path("recommendations").valueStream().toList())
        .extracting(i -> ((JsonNode) i).path("reference").asString())
        .contains("2025 1(b)", "2026 1(d)");
  }

  @Test
  @Order(7)
  void refusesAnotherSymbolInAFurtherLanguageAndASecondDocumentOfOneShortName() {
    Answer symbol = load(manifest(ID, "X/2026/9", "2026", "es", ""), ENGLISH);
    load(manifest("languages-it-3", "X/2026/10", "2026", "en", ""), ENGLISH);
    product.post("secretariat", "/api/v1/documents/languages-it-3/publication", "");
    load(manifest("languages-it-4", "X/2026/11", "2026", "en", ""), ENGLISH);
    product.post("secretariat", "/api/v1/documents/languages-it-4/publication", "");

    Answer opened =
        product.post(
            "secretariat",
            "/api/v1/consultations",
            """
            {"id":"languages-it-other","titles":{"en":"A round"},
             "documents":["languages-it-3","languages-it-4"],"closesAt":"%s"}"""
                .formatted(Instant.now().plusSeconds(86_400)));

    assertThat(symbol.status()).isEqualTo(422);
    assertThat(symbol.body().path("errors").get(0).path("field").asString())
        .isEqualTo("metadata.symbol");
    assertThat(opened.status()).isEqualTo(422);
    assertThat(opened.body().path("errors").get(0).path("message").asString())
        .contains("short name of its own");
  }

  @Test
  @Order(8)
  void proposesTheListsOfAReportThatNamesNoneAndPublishesThemOnceTheyAreConfirmed() {
    String id = "languages-it-5";
    String report =
        """
        1. The meeting adopted the following agenda:
        (a) Opening;
        (b) Closing.
        2. The following preliminary conclusions and recommendations were made:
        (a) That offices be opened;
        (b) That registers be kept.
        3. Other recommendations that were not taken up:
        (a) That doors be painted;
        (b) That bells be rung.
        4. The meeting closed.
        """;
    String manifest =
        """
        {"document":"%s","symbol":"X/2026/12","language":"en"}"""
            .formatted(id);

    Answer proposed = load(manifest, report);
    Answer tooEarly = product.post("secretariat", "/api/v1/documents/" + id + "/publication", "");
    Answer confirmed =
        product.send(
            "secretariat",
            HttpRequest.newBuilder(product.uri("/api/v1/documents/" + id))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .method(
                    "PATCH",
                    HttpRequest.BodyPublishers.ofString(
                        """
                        {"reason":"as the Chair said","corrections":[
                          {"kind":"confirm-list","item":"%1$s.2"},
                          {"kind":"drop-list","item":"%1$s.3"}]}"""
                            .formatted(id))));
    Answer published = product.post("secretariat", "/api/v1/documents/" + id + "/publication", "");

    assertThat(proposed.body().path("proposals"))
        .extracting(p -> p.path("section").asString())
        .containsExactly(id + ".2", id + ".3");
    assertThat(tooEarly.problem()).isEqualTo("reading-undecided");
    assertThat(tooEarly.body().path("errors"))
        .extracting(e -> e.path("field").asString())
        .containsExactly("lists", "lists");
    assertThat(confirmed.body().path("proposals")).isEmpty();
    assertThat(confirmed.body().path("items"))
        .extracting(i -> i.path("id").asString())
        .containsExactly(id + ".2.a", id + ".2.b");
    assertThat(published.body().path("published").asInt()).isEqualTo(2);
  }

  private Answer publish(String language) {
    return product.post("secretariat", DOCUMENT + "/publication" + language, "");
  }

  private Answer load(String manifest, String report) {
    return product.load("secretariat", manifest, report.getBytes(StandardCharsets.UTF_8));
  }

  private static String manifest(
      String id, String symbol, String shortName, String language, String more) {
    return """
    {"document":"%s","symbol":"%s","shortName":"%s","language":"%s","lists":[{"paragraph":"1"}]%s}"""
        .formatted(id, symbol, shortName, language, more);
  }

  private List<JsonNode> items() {
    return product.get("", ROUND + "/recommendations").body().path("items").valueStream().toList();
  }
}
