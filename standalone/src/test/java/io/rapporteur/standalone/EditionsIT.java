package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rapporteur.standalone.Product.Answer;
import io.rapporteur.verifier.BundleVerifier;
import io.rapporteur.verifier.RefusedException;
import io.rapporteur.verifier.Verifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Two editions, their manifests, the register of receipts, and proofs checked without us. */
class EditionsIT {

  private static final int COMMENTS = 250;
  private static final List<String> CLIENTS = List.of("eg", "br", "fr", "jp");

  private final Product product = RunningProduct.get();
  private final String consultation =
      "test-editions-" + UUID.randomUUID().toString().substring(0, 8);
  private final String compilation = "/api/v1/compilations/" + consultation;

  @Test
  void whoeverHasAReceiptCanProveThatAnEditionHoldsItsText() {
    open();
    CLIENTS.forEach(client -> handIn(client, COMMENTS));
    assertThat(text(bytes("/feed.atom"))).contains("<feed").doesNotContain("<entry", " says ");
    publish("first");
    aBundleStandsAlone("first");
    String revised = oneOf("eg");
    String withdrawn = oneOf("br");
    assertThat(
            product
                .put(
                    "eg",
                    "/api/v1/comments/" + revised,
                    comment(revised, "said better"),
                    "If-Match",
                    "\"1\"")
                .status())
        .isEqualTo(200);
    String said = product.get("br", "/api/v1/comments/" + withdrawn).body().path("text").asString();
    assertThat(found(said)).isEqualTo(1);
    product.delete("br", "/api/v1/comments/" + withdrawn, "If-Match", "\"1\"");
    await().atMost(Duration.ofSeconds(20)).until(() -> found(said) == 0);
    handIn("cl", 1);
    publish("Add.1");

    var verifier = new Verifier(keys("receipt-keys"), keys("edition-keys"));
    List<JsonNode> receipts =
        CLIENTS.stream().flatMap(client -> own(client).stream()).filter(this::makesText).toList();
    assertThat(receipts).hasSize(CLIENTS.size() * COMMENTS + 1);
    Map<String, Integer> texts = new HashMap<>();
    Map<String, Set<String>> proved = new HashMap<>();
    for (JsonNode receipt : receipts) {
      for (JsonNode edition : receipt.path("editions")) {
        if (proved
            .computeIfAbsent(edition.asString(), name -> new HashSet<>())
            .add(receipt.path("digest").asString())) {
          String proofs = proofs(edition.asString(), receipt.path("digest").asString());
          texts.merge(
              edition.asString(),
              verifier.verify(receipt.toString(), proofs).texts(),
              Integer::sum);
          refuses(verifier, receipt, proofs);
        }
      }
    }

    assertThat(texts)
        .containsEntry("first", CLIENTS.size() * COMMENTS)
        .containsEntry("Add.1", CLIENTS.size() * COMMENTS - 1);
    tellsTheFateOfEach(revised, withdrawn);
    eachEditionNamesTheRootOfTheOneBefore(verifier);
    theFirstEditionIsStillThereWithoutWhatWasWithdrawn(withdrawn);
    theFeedTellsOfWhatEachEditionAdded(said);
  }

  /**
   * Made twice, it is the same bytes; checked by the verifier against keys that it did not bring.
   */
  private void aBundleStandsAlone(String edition) {
    byte[] bundle = bytes("/editions/" + edition + "/bundle");
    assertThat(bytes("/editions/" + edition + "/bundle")).isEqualTo(bundle);
    try {
      Path unpacked = Files.createTempDirectory("bundle");
      try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
        for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
          Files.write(unpacked.resolve(file.getName()), zip.readAllBytes());
        }
      }
      var verifier = new BundleVerifier(keys("edition-keys"));
      assertThat(verifier.verify(unpacked).edition()).isEqualTo(edition);
      for (String file :
          List.of("index.html", "index.ar.html", "compilation.json", "comments.csv")) {
        assertThat(Files.readString(unpacked.resolve(file))).contains("eg says 3", "br says 7");
      }
      Path page = unpacked.resolve("index.ar.html");
      Files.writeString(page, Files.readString(page).replace("eg says 3", "eg says 4"));
      assertThatThrownBy(() -> verifier.verify(unpacked))
          .hasMessageContaining("index.ar.html: another content");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void theFeedTellsOfWhatEachEditionAdded(String withdrawn) {
    String first = text(bytes("/feed.atom?language=en"));
    assertThat(first.indexOf(":Add.1<")).isBetween(0, first.indexOf("cl says 0"));
    assertThat(first.indexOf("said better")).isBetween(0, first.indexOf(":first<"));
    List<String> texts = new ArrayList<>();
    for (int page = 1; page <= 11; page++) {
      Matcher said =
          Pattern.compile("says \\d+|said better")
              .matcher(text(bytes("/feed.atom?language=en&page=" + page)));
      while (said.find()) {
        texts.add(said.group());
      }
    }
    assertThat(texts).hasSize(CLIENTS.size() * COMMENTS);
    assertThat(first).contains("rel=\"next\"", "page=11");
    assertThat(product.get("", compilation + "/feed.atom?page=12").status()).isEqualTo(422);
    assertThat(unpacked(bytes("/editions/first/bundle")))
        .contains("eg says 3")
        .doesNotContain(withdrawn + "<", withdrawn + "\"");
    String tag = answer("/feed.atom", "").headers().firstValue("ETag").orElseThrow();
    assertThat(answer("/feed.atom", tag).statusCode()).isEqualTo(304);
  }

  private byte[] bytes(String path) {
    HttpResponse<byte[]> answer = answer(path, "");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<byte[]> answer(String path, String tag) {
    HttpRequest.Builder request = HttpRequest.newBuilder(product.uri(compilation + path));
    if (!tag.isEmpty()) {
      request.header("If-None-Match", tag);
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String unpacked(byte[] bundle) {
    var all = new StringBuilder();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      while (zip.getNextEntry() != null) {
        all.append(text(zip.readAllBytes()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }

  private static String text(byte[] answer) {
    return new String(answer, StandardCharsets.UTF_8);
  }

  @Test
  void whatIsRedactedGoesFromEveryDoorWithTheMarkerOfTheNextEdition() {
    String name = "Jo" + UUID.randomUUID().toString().substring(0, 8);
    open();
    Answer made =
        product.post(
            "eg",
            "/api/v1/comments",
            """
            {"consultation":"%1$s","recommendation":"1(a)","kind":"substantive","language":"en","text":"call %2$s now",
             "proposedText":"That %2$s sets the clocks","proposedTextLanguage":"en","rationale":"%2$s can",
             "translations":[{"language":"fr","text":"appelez %2$s","author":"eg"}]}\
            """
                .formatted(consultation, name));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    String comment = made.body().path("id").asString();
    publish("first");
    var tokens = new SignedTokens(product);
    String chair = tokens.of("the-chair", "chair");
    product.post(
        "secretariat",
        "/api/v1/consultations/" + consultation + "/sight",
        "{\"role\":\"chair\",\"reason\":\"for the meeting\"}");

    String export =
        product
            .post("br", compilation + "/exports", "{\"format\":\"csv\",\"language\":\"en\"}")
            .header("Location");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> tokens.text(product.token("br"), export + "/file").contains(name));

    Answer faulty =
        product.post(
            "secretariat",
            "/api/v1/redactions",
            """
            {"consultation":"%s","comment":"%s","revision":1,"reason":"x",
             "stretches":[{"exact":"nobody"},{"from":1},{"field":"text","from":3,"to":2}]}\
            """
                .formatted(consultation, comment));
    assertThat(faulty.status()).isEqualTo(422);
    assertThat(faulty.body().path("errors"))
        .extracting(error -> error.path("field").asString())
        .contains("stretches[0]", "stretches[1].field", "stretches[2].to", "reason");
    String redaction =
        """
        {"consultation":"%s","comment":"%s","revision":1,"reason":"personal-data","note":"asked for by %s",
         "stretches":[{"exact":"%s"}]}\
        """
            .formatted(consultation, comment, name, name);
    Answer redacted =
        product.post("secretariat", "/api/v1/redactions", redaction, "Idempotency-Key", "redact");
    assertThat(redacted.status()).as(redacted.toString()).isEqualTo(201);
    assertThat(redacted.header("ETag")).isEqualTo("\"1\"");
    assertThat(redacted.body().path("needs").path("edition").asString()).isEqualTo("Corr.1");
    assertThat(redacted.body().path("needs").path("corrects").asString()).isEqualTo("first");

    // At once for those with sight; for the public at the marker.
    assertThat(tokens.get(chair, compilation).body().toString())
        .doesNotContain(name)
        .contains("call [redacted] now");
    assertThat(product.get("", compilation).body().toString()).contains(name);

    correct(redacted.body().path("needs"));

    List<String> doors =
        List.of(
            compilation,
            compilation + "/recommendations/" + encoded("1(a)"),
            compilation + "?asOf=edition:first",
            compilation + "?asOf=edition:Corr.1",
            compilation + "/changes?from=edition:first&to=edition:Corr.1",
            compilation + "/changes?from=edition:first",
            compilation + "?format=csv",
            compilation + "?format=akn",
            "/api/v1/search?consultation=" + consultation + "&q=clocks",
            compilation + "/editions");
    for (String door : doors) {
      for (String token : List.of("", product.token("br"), chair)) {
        assertThat(tokens.text(token, door)).as(door).isNotEmpty().doesNotContain(name);
      }
    }
    assertThat(product.get("br", export + "/file").status()).isEqualTo(404);
    assertThat(found(name)).isZero();
    for (String door : List.of(compilation, compilation + "?asOf=edition:first")) {
      String shown = product.get("", door).body().toString();
      assertThat(shown)
          .contains("call [redacted] now", "appelez [occulté]", "[redacted] can", "personal-data")
          .contains("That [redacted] sets the clocks");
    }
    for (String caller : List.of("eg", "secretariat")) {
      assertThat(product.get(caller, compilation).body().toString())
          .contains("call " + name + " now");
    }
    assertThat(product.get("eg", "/api/v1/comments/" + comment).body().toString()).contains(name);
    JsonNode receipt = own("eg").getFirst();
    assertThat(receipt.path("editions").toString()).isEqualTo("[\"first\",\"Corr.1\"]");
    assertThat(
            new Verifier(keys("receipt-keys"), keys("edition-keys"))
                .verify(receipt.toString(), proofs("Corr.1", receipt.path("digest").asString()))
                .texts())
        .isEqualTo(1);

    whatIsTranslatedFollowsWithTheNext(comment, receipt);
    String line = "/api/v1/redactions/" + comment;
    Answer standing = product.get("secretariat", line + "?consultation=" + consultation);
    assertThat(standing.body().has("needs")).isFalse();
    Answer lifted =
        product.delete(
            "secretariat", line + "/1?consultation=" + consultation, "If-Match", "\"1\"");
    assertThat(lifted.status()).as(lifted.toString()).isEqualTo(200);
    assertThat(lifted.body().path("needs").path("edition").asString()).isEqualTo("Corr.3");
    assertThat(product.get("", compilation).body().toString()).doesNotContain(name);
  }

  /** It is the author's and the secretariat's until the marker of the edition that it needs. */
  private void whatIsTranslatedFollowsWithTheNext(String comment, JsonNode receipt) {
    Answer translated =
        product.post(
            "secretariat",
            "/api/v1/translations",
            """
            {"consultation":"%s","comment":"%s","commentRevision":1,"language":"es","leavesOut":1,
             "text":"llame ahora","proposedText":"Que ajuste los relojes","rationale":"sabe"}\
            """
                .formatted(consultation, comment));
    assertThat(translated.status()).as(translated.toString()).isEqualTo(201);
    assertThat(translated.body().path("needs").path("edition").asString()).isEqualTo("Corr.2");
    assertThat(product.get("eg", compilation).body().toString()).contains("llame ahora");
    var tokens = new SignedTokens(product);
    for (String door : List.of(compilation, compilation + "?format=csv")) {
      for (String token : List.of("", product.token("br"))) {
        assertThat(tokens.text(token, door)).as(door).doesNotContain("llame ahora");
      }
    }
    assertThat(found("ajuste los relojes")).isZero();

    correct(translated.body().path("needs"));

    assertThat(product.get("", compilation).body().toString())
        .contains("llame ahora", "Que ajuste los relojes", "not official");
    assertThat(tokens.text("", compilation + "?format=csv")).contains("llame ahora");
    assertThat(found("ajuste los relojes")).isEqualTo(1);
    assertThat(
            product
                .get("", compilation + "/rolling-text?language=es")
                .body()
                .findValue("proposals")
                .toString())
        .contains("Que ajuste los relojes", "\"translated\":true");
    assertThat(
            new Verifier(keys("receipt-keys"), keys("edition-keys"))
                .verify(receipt.toString(), proofs("Corr.2", receipt.path("digest").asString()))
                .texts())
        .isEqualTo(1);
  }

  private void correct(JsonNode needed) {
    Answer published =
        product.post(
            "secretariat",
            "/api/v1/consultations/" + consultation + "/publication",
            needed.toString());
    assertThat(published.status()).as(published.toString()).isEqualTo(200);
    String edition = needed.path("edition").asString();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> product.get("", compilation).body().path("edition").asString("").equals(edition));
  }

  private void tellsTheFateOfEach(String revised, String withdrawn) {
    Map<String, List<String>> fates =
        own("eg").stream()
            .filter(receipt -> receipt.path("comment").asString().equals(revised))
            .collect(
                Collectors.toMap(
                    receipt -> receipt.path("act").asString(),
                    receipt ->
                        List.of(
                            receipt.path("fate").asString(), receipt.path("editions").toString())));
    assertThat(fates)
        .containsEntry("submitted", List.of("superseded", "[\"first\"]"))
        .containsEntry("revised", List.of("in-force", "[\"Add.1\"]"));
    assertThat(
            own("br").stream()
                .filter(receipt -> receipt.path("comment").asString().equals(withdrawn))
                .map(
                    receipt ->
                        receipt.path("act").asString() + " " + receipt.path("fate").asString()))
        .containsExactlyInAnyOrder("submitted withdrawn", "withdrawn recorded");
    assertThat(own("eg"))
        .noneMatch(receipt -> !receipt.path("participant").asString().equals("eg"));
    assertThat(own("eg").stream().map(receipt -> receipt.path("act").asString()))
        .contains("handed-in");
    assertThat(product.get("", compilation + "/receipts").status()).isEqualTo(401);
  }

  private void eachEditionNamesTheRootOfTheOneBefore(Verifier verifier) {
    JsonNode editions = product.get("", compilation + "/editions").body().path("editions");
    assertThat(editions)
        .extracting(edition -> edition.path("edition").asString())
        .containsExactly("first", "Add.1");
    JsonNode both =
        own("eg").stream()
            .filter(each -> each.path("editions").size() == 2)
            .findFirst()
            .orElseThrow();
    String digest = both.path("digest").asString();
    assertThat(verifier.verify(both.toString(), proofs("first", digest)).rootBefore()).isEmpty();
    assertThat(verifier.verify(both.toString(), proofs("Add.1", digest)).rootBefore())
        .contains(editions.get(0).path("root").asString());
  }

  private void theFirstEditionIsStillThereWithoutWhatWasWithdrawn(String withdrawn) {
    JsonNode first = product.get("", compilation + "?asOf=edition:first").body();
    assertThat(first.path("edition").asString()).isEqualTo("first");
    assertThat(first.findValuesAsString("text"))
        .hasSize(CLIENTS.size() * COMMENTS - 1)
        .doesNotContain("said better");
    assertThat(first.toString()).doesNotContain(withdrawn);
    JsonNode changes =
        product
            .get("", compilation + "/changes?from=edition:first&to=edition:Add.1")
            .body()
            .path("changes");
    assertThat(changes)
        .extracting(change -> change.path("kind").asString())
        .containsExactlyInAnyOrder("revised", "new");
    assertThat(changes.toString()).doesNotContain("receivedAt").doesNotContain("submission");
  }

  /** One altered figure of the receipt or its proof, and it does not fit. */
  private static void refuses(Verifier verifier, JsonNode receipt, String proofs) {
    ObjectNode altered = (ObjectNode) receipt.deepCopy();
    altered.put("receivedAt", "2001-01-01T00:00:00Z");
    assertThatThrownBy(() -> verifier.verify(altered.toString(), proofs))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(
            () ->
                verifier.verify(
                    receipt.toString(), proofs.replaceFirst("\"index\":\\d+", "\"index\":250000")))
        .isInstanceOf(RefusedException.class);
  }

  /** How many texts everyone finds by this phrase. */
  private int found(String phrase) {
    return product
        .get(
            "",
            "/api/v1/search?consultation=%s&q=%s"
                .formatted(consultation, encoded("\"" + phrase + "\"")))
        .body()
        .path("total")
        .asInt();
  }

  private boolean makesText(JsonNode receipt) {
    String act = receipt.path("act").asString();
    return act.equals("submitted") || act.equals("revised");
  }

  private List<JsonNode> own(String client) {
    List<JsonNode> receipts = new ArrayList<>();
    JsonNode page = product.get(client, compilation + "/receipts?limit=200").body();
    page.path("receipts").forEach(receipts::add);
    while (page.has("next")) {
      page =
          product
              .get(
                  client,
                  compilation + "/receipts?limit=200&cursor=" + page.path("next").asString())
              .body();
      page.path("receipts").forEach(receipts::add);
    }
    return receipts;
  }

  private String proofs(String edition, String digest) {
    Answer answer = product.get("", compilation + "/editions/" + edition + "/proofs/" + digest);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.body().toString();
  }

  private String keys(String name) {
    return product.get("", "/api/v1/" + name).body().toString();
  }

  private void handIn(String client, int many) {
    String comments =
        IntStream.range(0, many)
            .mapToObj(
                n ->
                    """
                    {"recommendation":"1(%s)","kind":"substantive","language":"en","text":"%s says %d"}\
                    """
                        .formatted("abc".charAt(n % 3), client, n))
            .collect(Collectors.joining(","));
    Answer answer =
        product.post(
            client,
            "/api/v1/submissions",
            """
            {"consultation":"%s","comments":[%s]}\
            """
                .formatted(consultation, comments));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
  }

  private String oneOf(String client) {
    return own(client).stream()
        .filter(this::makesText)
        .findFirst()
        .orElseThrow()
        .path("comment")
        .asString();
  }

  /** Another text on what a comment is on. */
  private String comment(String id, String text) {
    JsonNode before = product.get("eg", "/api/v1/comments/" + id).body();
    return """
    {"consultation":"%s","recommendation":"%s","kind":"substantive","language":"en","text":"%s"}\
    """
        .formatted(consultation, before.path("recommendation").asString(), text);
  }

  private void publish(String edition) {
    Answer published =
        product.post(
            "secretariat",
            "/api/v1/consultations/" + consultation + "/publication",
            "{\"edition\":\"%s\",\"reason\":\"for the meeting\"}".formatted(edition));
    assertThat(published.status()).as(published.toString()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> product.get("", compilation).body().path("edition").asString("").equals(edition));
  }

  private void open() {
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
         "machineRead":false,"lists":[{"paragraph":"1","agendaItem":"1","headings":{}}]}\
        """
            .formatted(consultation);
    product.load("secretariat", manifest, report.getBytes(StandardCharsets.UTF_8));
    product.post("secretariat", "/api/v1/documents/" + consultation + "/publication", "");
    Answer opened =
        product.post(
            "secretariat",
            "/api/v1/consultations",
            """
            {"id":"%1$s","titles":{"en":"Two editions"},"documents":["%1$s"],"closesAt":"%2$s"}\
            """
                .formatted(consultation, Instant.now().plusSeconds(3600)));
    assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
  }
}
