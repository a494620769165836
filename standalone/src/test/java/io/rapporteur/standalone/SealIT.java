package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.standalone.Product.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Role x door x state: who reads or counts which comment before the edition, and after it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealIT {

  private static final List<String> CALLERS = List.of("eg", "br", "cl", "secretariat", "");

  /**
   * Words that stand for the comments: of Egypt, of Brazil, withdrawn by Brazil, after the cut by
   * Egypt; on an entry of the draft, of Egypt and of Brazil.
   */
  private static final List<String> WORDS =
      List.of("egyptian", "brazilian", "withdrawn", "afterwards", "nilotic", "amazonian");

  private static final Set<String> ON_ENTRY = Set.of("amazonian", "nilotic");

  private final Product product = RunningProduct.get();
  private final String consultation = "seal-" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeAll
  void openAndHandIn() {
    assertThat(product.load("secretariat", manifest(), report()).status()).isEqualTo(201);
    product.post("secretariat", "/api/v1/documents/" + consultation + "/publication", "");
    Answer opened =
        product.post(
            "secretariat",
            "/api/v1/consultations",
            """
            {"id":"%1$s","titles":{"en":"Sealed"},"documents":["%1$s"],"closesAt":"%2$s"}\
            """
                .formatted(consultation, Instant.now().plusSeconds(3600)));
    assertThat(opened.status()).isEqualTo(201);
    handIn("eg", "egyptian");
    handIn("br", "brazilian");
    String withdrawn = handIn("br", "withdrawn");
    assertThat(product.delete("br", withdrawn, "If-Match", "\"1\"").status()).isEqualTo(200);
    circulate();
    handIn(consultation, "eg", "entry", "1", "nilotic");
    handIn(consultation, "br", "entry", "1", "amazonian");
  }

  private void circulate() {
    Answer proposed =
        product.post(
            "secretariat",
            "/api/v1/entries",
            """
            {"consultation":"%s","entries":[{"text":"One","language":"en","sources":["1(a)"]}]}\
            """
                .formatted(consultation));
    assertThat(proposed.status()).isEqualTo(201);
    Answer circulated =
        product.post(
            "secretariat",
            "/api/v1/entries/circulation",
            "{\"consultation\":\"" + consultation + "\"}",
            "If-Match",
            "\"1\"");
    assertThat(circulated.status()).isEqualTo(200);
  }

  @Test
  void isKeptByEveryDoorUntilTheEditionIsWholeAndOpensForTheEditionAlone() {
    String compilation = "/api/v1/compilations/" + consultation;
    List<String> doors = List.of(compilation, compilation + "/recommendations/" + encoded("1(a)"));
    theEntryIsKeptAsAllCommentsAre(
        Map.of(
            "eg", Set.of("nilotic"),
            "br", Set.of("amazonian"),
            "cl", Set.of(),
            "secretariat", ON_ENTRY,
            "", Set.of()));
    Map<String, Set<String>> sealed =
        Map.of(
            "eg", Set.of("egyptian"),
            "br", Set.of("brazilian"),
            "cl", Set.of(),
            "secretariat", Set.of("brazilian", "egyptian"),
            "", Set.of());

    for (String door : doors) {
      CALLERS.forEach(
          caller ->
              assertThat(onItems(caller, door))
                  .as("sealed, %s as '%s'", door, caller)
                  .isEqualTo(sealed.get(caller)));
    }
    assertThat(received("secretariat")).isEqualTo(2);
    assertThat(digest("cl")).isEqualTo(digest(""));

    publish();
    handIn("eg", "afterwards");
    theEntryIsKeptAsAllCommentsAre(
        Map.of(
            "eg", ON_ENTRY, "br", ON_ENTRY, "cl", ON_ENTRY, "secretariat", ON_ENTRY, "", ON_ENTRY));

    Map<String, Set<String>> published =
        Map.of(
            "eg", Set.of("afterwards", "brazilian", "egyptian"),
            "br", Set.of("brazilian", "egyptian"),
            "cl", Set.of("brazilian", "egyptian"),
            "secretariat", Set.of("afterwards", "brazilian", "egyptian"),
            "", Set.of("brazilian", "egyptian"));
    for (String door : doors) {
      CALLERS.forEach(
          caller ->
              assertThat(onItems(caller, door))
                  .as("published, %s as '%s'", door, caller)
                  .isEqualTo(published.get(caller)));
    }
    for (String caller : List.of("br", "cl", "")) {
      assertThat(product.get(caller, compilation + "/tallies").status())
          .isEqualTo(caller.isEmpty() ? 401 : 403);
    }
  }

  @Test
  void isNoneWhereCommentsArePostedAsReceivedButForWhatWasNeverInForce() {
    String posted = consultation + "-posted";
    assertThat(product.load("secretariat", manifest(posted), report()).status()).isEqualTo(201);
    product.post("secretariat", "/api/v1/documents/" + posted + "/publication", "");
    Answer opened =
        product.post(
            "secretariat",
            "/api/v1/consultations",
            """
            {"id":"%1$s","titles":{"en":"Posted"},"documents":["%1$s"],"closesAt":"%2$s","visibility":"as-received"}\
            """
                .formatted(posted, Instant.now().plusSeconds(3600)));
    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.body().path("visibility").asString()).isEqualTo("as-received");
    String compilation = "/api/v1/compilations/" + posted;

    String egyptian = handIn(posted, "eg", "egyptian");
    String gone = handIn(posted, "br", "withdrawn");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> seen("", compilation).equals(Set.of("egyptian", "withdrawn")));
    product.delete("br", gone, "If-Match", "\"1\"");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> product.get("", compilation).body().path("since").size() == 1);

    for (String caller : List.of("", "cl", "br")) {
      JsonNode shown = product.get(caller, compilation).body();
      assertThat(shown.path("visibility").asString()).isEqualTo("as-received");
      assertThat(shown.findValuesAsString("text")).contains("egyptian").doesNotContain("withdrawn");
      assertThat(shown.toString()).doesNotContain("receivedAt").doesNotContain("\"late\":true");
      String token = caller.isEmpty() ? "" : product.token(caller);
      assertThat(new SignedTokens(product).text(token, compilation + "?format=csv"))
          .contains("egyptian");
      assertThat(
              product
                  .get(caller, "/api/v1/search?consultation=" + posted + "&q=egyptian")
                  .body()
                  .path("total")
                  .asInt())
          .isEqualTo(1);
    }
    // The desk shows nobody another's comment, and the board stays closed.
    assertThat(product.get("br", egyptian).status()).isEqualTo(404);
    assertThat(product.get("br", compilation + "/tallies").status()).isEqualTo(403);
    assertThat(product.get("", compilation + "/editions").body().path("editions")).isEmpty();
    assertThat(
            product
                .post(
                    "secretariat",
                    "/api/v1/consultations/" + posted + "/publication",
                    "{\"edition\":\"as-received\",\"reason\":\"a test\"}")
                .status())
        .isEqualTo(422);
  }

  /** By the door of the compilation, whole and in part, and by that of the meeting. */
  private void theEntryIsKeptAsAllCommentsAre(Map<String, Set<String>> expected) {
    String compilation = "/api/v1/compilations/" + consultation;
    for (String door :
        List.of(
            compilation,
            compilation + "?entry=1",
            "/api/v1/entries/" + consultation + ".entry-1")) {
      CALLERS.forEach(
          caller -> {
            Set<String> seen = seen(caller, door);
            seen.retainAll(ON_ENTRY);
            assertThat(seen).as("%s as '%s'", door, caller).isEqualTo(expected.get(caller));
          });
    }
    for (String list : List.of("/api/v1/entries", "/api/v1/decisions")) {
      CALLERS.forEach(
          caller ->
              assertThat(seen(caller, list + "?consultation=" + consultation))
                  .as("the texts are with the entry alone: %s as '%s'", list, caller)
                  .isEmpty());
    }
  }

  private void publish() {
    Answer published =
        product.post(
            "secretariat",
            "/api/v1/consultations/" + consultation + "/publication",
            "{\"edition\":\"first\",\"reason\":\"a test\"}");
    assertThat(published.status()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              Set<String> seen = seen("", "/api/v1/compilations/" + consultation);
              // From nothing to all: never a part.
              assertThat(seen)
                  .isIn(Set.of(), Set.of("amazonian", "brazilian", "egyptian", "nilotic"));
              return !seen.isEmpty();
            });
  }

  private Set<String> onItems(String caller, String door) {
    Set<String> seen = seen(caller, door);
    seen.removeAll(ON_ENTRY);
    return seen;
  }

  private Set<String> seen(String caller, String door) {
    String body = product.get(caller, door).body().toString();
    Set<String> seen = new TreeSet<>();
    WORDS.stream().filter(body::contains).forEach(seen::add);
    return seen;
  }

  private int received(String caller) {
    return product
        .get(caller, "/api/v1/compilations/" + consultation + "/tallies")
        .body()
        .path("tallies")
        .get(0)
        .path("received")
        .asInt();
  }

  private String digest(String caller) {
    return product
        .get(caller, "/api/v1/compilations/" + consultation)
        .body()
        .path("digest")
        .asString();
  }

  private String handIn(String client, String text) {
    return handIn(consultation, client, text);
  }

  private String handIn(String consultation, String client, String text) {
    return handIn(consultation, client, "recommendation", "1(a)", text);
  }

  private String handIn(String consultation, String client, String field, String on, String text) {
    Answer answer =
        product.post(
            client,
            "/api/v1/comments",
            """
            {"consultation":"%s","%s":"%s","kind":"substantive","language":"en","text":"%s"}\
            """
                .formatted(consultation, field, on, text));
    assertThat(answer.status()).isEqualTo(201);
    return answer.header("Location");
  }

  private static byte[] report() {
    return """
    1. The following was suggested:

    (a) That the windows be opened;

    (b) That they be closed again.

    2. The meeting closed.
    """
        .getBytes(StandardCharsets.UTF_8);
  }

  private String manifest() {
    return manifest(consultation);
  }

  private static String manifest(String consultation) {
    return """
    {"document":"%1$s","symbol":"SEAL/%1$s","titles":{"en":"Windows"},"language":"en",
     "lists":[{"paragraph":"1"}]}\
    """
        .formatted(consultation);
  }
}
