package io.rapporteur.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.standalone.Product.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Comments of several, of a group, and those that came late, as each of their users sees them. */
class JointIT {

  private final Product product = RunningProduct.get();

  @Test
  void standsWithThoseWhoJoinedExactlyItsText() {
    String k = open(Duration.ofHours(1));
    Answer handedIn = handIn("eg", k, "first words", "\"coSponsors\":[\"cl\",\"ng\"]");
    String path = handedIn.header("Location");

    assertThat(statuses("eg", path)).containsExactly("cl asked", "ng asked");
    assertThat(statuses("cl", path)).containsExactly("cl asked");
    assertThat(product.get("br", path).status()).isEqualTo(404);
    assertThat(asked("cl")).contains(handedIn.body().path("id").asString());
    assertThat(asked("br")).doesNotContain(handedIn.body().path("id").asString());

    assertThat(join("cl", path, 1).status()).isEqualTo(200);
    assertThat(join("cl", path, 1).body().path("receipt").path("participant").asString())
        .isEqualTo("cl");
    assertThat(statuses("ng", path)).containsExactly("cl joined", "ng asked");
    assertThat(compiled("secretariat", k, "first words").path("coSponsors"))
        .extracting(each -> each.path("code").asString())
        .containsExactly("cl");
    assertThat(product.get("cl", compilation(k)).body().toString()).contains("first words");
    assertThat(product.get("ng", compilation(k)).body().toString()).doesNotContain("first words");

    Answer revised = product.put("eg", path, body(k, "second words", ""), "If-Match", "\"2\"");
    assertThat(revised.body().path("inForce").asInt()).isEqualTo(1);
    assertThat(statuses("eg", path)).containsExactly("cl asked-again", "ng asked");
    assertThat(product.get("secretariat", compilation(k)).body().toString())
        .contains("first words")
        .doesNotContain("second words");
    assertThat(join("cl", path, 1).status()).isEqualTo(412);
    assertThat(product.get("cl", path).header("ETag")).isEqualTo("\"3\"");

    assertThat(join("cl", path, 3).body().path("inForce").asInt()).isEqualTo(3);
    await()
        .untilAsserted(
            () ->
                assertThat(product.get("secretariat", compilation(k)).body().toString())
                    .contains("second words")
                    .doesNotContain("first words"));

    assertThat(product.delete("ng", path + "/cosponsors/ng").status()).isEqualTo(204);
    assertThat(product.get("ng", path).status()).isEqualTo(404);
    assertThat(statuses("eg", path)).containsExactly("cl joined");
    publish(k);
    JsonNode published = compiled("", k, "second words");
    assertThat(published.path("coSponsors").get(0).path("name").asString()).isEqualTo("Chile");
    assertThat(published.toString()).doesNotContain("\"ng\"").doesNotContain("receivedAt");
  }

  @Test
  void asksNobodyWhoIsNoParticipantAndNotItsAuthor() {
    String k = open(Duration.ofHours(1));

    Answer refused = handIn("eg", k, "words", "\"coSponsors\":[\"atlantis\",\"eg\"]");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("errors"))
        .extracting(error -> error.path("field").asString())
        .containsExactly("coSponsors[0]", "coSponsors[1]");
    assertThat(refused.body().path("errors").get(0).path("type").asString())
        .isEqualTo("not-a-participant");
  }

  @Test
  void asksNobodyToJoinADraftBeforeItIsHandedIn() {
    String k = open(Duration.ofHours(1));
    String asking = "\"coSponsors\":[\"cl\"]";
    Answer written = product.post("eg", "/api/v1/drafts", body(k, "by hand", asking));
    Answer row =
        product.post(
            "eg",
            "/api/v1/imports?language=en&consultation=" + k,
            "Reference,Kind of comment,Comment,Co-sponsors invited\n1(b),Technical,by table,Chile; Nigeria\n");
    assertThat(written.status()).as("%s", written.body()).isEqualTo(201);
    assertThat(row.body().path("counts").path("new").asInt()).as("%s", row.body()).isEqualTo(1);
    String draft = "/api/v1/drafts/" + written.body().path("id").asString();
    String ofRow = "/api/v1/drafts/" + row.body().path("lines").get(0).path("draft").asString();
    assertThat(product.get("eg", ofRow).body().path("coSponsors"))
        .extracting(JsonNode::asString)
        .containsExactly("cl", "ng");
    for (String each : List.of(draft, ofRow)) {
      product.post("eg", each + "/stage", "{\"to\":\"released\"}");
      for (String other : List.of("cl", "ng", "br")) {
        assertThat(product.get(other, each).status()).isEqualTo(404);
      }
      assertThat(product.get("secretariat", each).status()).isEqualTo(403);
    }
    assertThat(wordsAskedOf("cl")).doesNotContain("by hand", "by table");
    assertThat(wordsAskedOf("ng")).doesNotContain("by table");
    assertThat(product.get("secretariat", compilation(k)).body().toString())
        .doesNotContain("by hand", "by table");

    Answer handedIn =
        product.post(
            "eg",
            "/api/v1/submissions",
            "{\"consultation\":\"%s\",\"drafts\":\"released\",\"comments\":[%s]}"
                .formatted(k, body(k, "by line", asking)));

    assertThat(handedIn.status()).as("%s", handedIn.body()).isEqualTo(201);
    assertThat(wordsAskedOf("cl")).contains("by hand", "by table", "by line");
    assertThat(wordsAskedOf("ng")).contains("by table").doesNotContain("by hand");
    assertThat(wordsAskedOf("br")).doesNotContain("by hand", "by table", "by line");
    String first = handedIn.body().path("comments").get(0).path("id").asString();
    assertThat(join("cl", "/api/v1/comments/" + first, 1).status()).isEqualTo(200);
    assertThat(statuses("eg", "/api/v1/comments/" + first)).contains("cl joined");
  }

  @Test
  void speaksForAGroupInASubmissionToo() {
    String k = open(Duration.ofHours(1));
    String forGroup = body(k, "with one voice", "\"onBehalfOf\":\"g77\"");
    String whole = "{\"consultation\":\"" + k + "\",\"comments\":[" + forGroup + "]}";
    Answer refused = product.post("br", "/api/v1/submissions", whole);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("errors").get(0).path("field").asString())
        .isEqualTo("comments[0].onBehalfOf");

    product.post(
        "secretariat",
        "/api/v1/groups/g77/speakers",
        "{\"participant\":\"br\",\"reference\":\"NV 13/2021\"}");
    assertThat(product.post("br", "/api/v1/submissions", whole).status()).isEqualTo(201);

    assertThat(
            compiled("secretariat", k, "with one voice").path("onBehalfOf").path("name").asString())
        .isEqualTo("Group of 77 and China");
    product.delete("secretariat", "/api/v1/groups/g77/speakers/br");
  }

  @Test
  void speaksForAGroupWhileItHasTheRightTo() {
    String k = open(Duration.ofHours(1));
    String forGroup = "\"onBehalfOf\":\"g77\"";
    Answer before = handIn("ps", k, "one voice", forGroup);
    assertThat(before.status()).isEqualTo(422);
    assertThat(before.body().path("errors").get(0).path("type").asString())
        .isEqualTo("no-right-to-speak");

    Answer granted =
        product.post(
            "secretariat",
            "/api/v1/groups/g77/speakers",
            "{\"participant\":\"ps\",\"reference\":\"NV 12/2021\"}");
    assertThat(granted.status()).isEqualTo(200);
    assertThat(product.get("ps", "/api/v1/groups").body().toString()).doesNotContain("NV 12/2021");
    assertThat(handIn("ps", k, "one voice", forGroup).status()).isEqualTo(201);

    JsonNode compiled = compiled("secretariat", k, "one voice");
    assertThat(compiled.path("onBehalfOf").path("name").asString())
        .isEqualTo("Group of 77 and China");
    assertThat(received(k)).isEqualTo(1);

    assertThat(product.delete("secretariat", "/api/v1/groups/g77/speakers/ps").status())
        .isEqualTo(200);
    assertThat(handIn("ps", k, "another voice", forGroup).status()).isEqualTo(422);
  }

  @Test
  void takesWhatCameLateOnceTheSecretariatAcceptsIt() {
    String k = open(Duration.ofMillis(1_500));
    await().until(() -> handIn("eg", k, "probe", "").body().path("late").asBoolean());
    String accepted = handIn("eg", k, "late and accepted", "").header("Location");
    String refused = handIn("br", k, "late and refused", "").header("Location");
    assertThat(product.get("secretariat", compilation(k)).body().path("sections").toString())
        .doesNotContain("late and");

    Answer decided = decide(accepted, true);
    assertThat(decided.status()).isEqualTo(200);
    assertThat(decide(accepted, false).problem()).isEqualTo("nothing-to-decide");
    assertThat(decide(refused, false).status()).isEqualTo(200);

    assertThat(compiled("secretariat", k, "late and accepted").path("late").asBoolean()).isTrue();
    assertThat(product.get("eg", accepted).body().path("lateDecision").path("accepted").asBoolean())
        .isTrue();
    assertThat(product.get("br", refused).body().path("lateDecision").path("reason").asString())
        .isEqualTo("note of 2 March");
    publish(k);
    String published = product.get("", compilation(k)).body().toString();
    assertThat(published).contains("late and accepted").doesNotContain("late and refused");
    assertThat(compiled("", k, "late and accepted").has("late")).isFalse();
  }

  @Test
  void decidesAtOnceOnAllThatCameLateWithASubmission() {
    String k = open(Duration.ofMillis(1_500));
    await().until(() -> handIn("eg", k, "probe", "").body().path("late").asBoolean());
    String whole =
        "{\"consultation\":\"%s\",\"comments\":[%s,%s]}"
            .formatted(k, body(k, "late one", ""), body(k, "late two", ""));
    String path = product.post("eg", "/api/v1/submissions", whole).header("Location");
    JsonNode comments = product.get("eg", path).body().path("comments");
    String first =
        comments
            .valueStream()
            .map(each -> "/api/v1/comments/" + each.path("id").asString())
            .filter(each -> product.get("eg", each).body().toString().contains("late one"))
            .findFirst()
            .orElseThrow();
    assertThat(comments).allMatch(each -> each.path("late").asBoolean());
    assertThat(comments).noneMatch(each -> each.has("lateDecision"));
    assertThat(decide(first, true).status()).isEqualTo(200);

    String door = path + "/late-decision";
    String decision = "{\"decision\":\"refused\",\"reason\":\"after the meeting\"}";
    Answer decided = product.post("secretariat", door, decision, "Idempotency-Key", "all-" + k);
    Answer again = product.post("secretariat", door, decision, "Idempotency-Key", "all-" + k);
    Answer other =
        product.post(
            "secretariat",
            door,
            decision.replace("refused", "accepted"),
            "Idempotency-Key",
            "all-" + k);

    assertThat(decided.status()).as("%s", decided.body()).isEqualTo(200);
    assertThat(decided.body().path("decided").asInt()).isEqualTo(1);
    assertThat(decided.body().path("comments").findValuesAsString("outcome"))
        .containsExactlyInAnyOrder("stands", "decided");
    assertThat(again.body()).isEqualTo(decided.body());
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(product.post("eg", door, decision).status()).isEqualTo(403);
    assertThat(product.post("secretariat", door, "{\"decision\":\"perhaps\"}").status())
        .isEqualTo(422);

    JsonNode fates = product.get("eg", path).body().path("comments");
    assertThat(fates.findValuesAsString("reason"))
        .containsExactlyInAnyOrder("note of 2 March", "after the meeting");
    assertThat(fates.findValues("accepted")).extracting(JsonNode::asBoolean).contains(true, false);
    assertThat(product.get("eg", first).body().path("submission").asString())
        .isEqualTo(path.substring(path.lastIndexOf('/') + 1));
    assertThat(compiled("secretariat", k, "late one").path("late").asBoolean()).isTrue();
    assertThat(product.get("secretariat", compilation(k)).body().path("sections").toString())
        .doesNotContain("late two");
  }

  private Answer decide(String path, boolean accepted) {
    return product.post(
        "secretariat",
        path + "/late-decision",
        "{\"text\":1,\"accepted\":" + accepted + ",\"reason\":\"note of 2 March\"}");
  }

  private List<String> statuses(String client, String path) {
    return product
        .get(client, path)
        .body()
        .path("coSponsors")
        .valueStream()
        .map(each -> each.path("participant").asString() + " " + each.path("status").asString())
        .toList();
  }

  private List<String> asked(String client) {
    return product
        .get(client, "/api/v1/comments?as=co-sponsor")
        .body()
        .path("comments")
        .valueStream()
        .map(comment -> comment.path("id").asString())
        .toList();
  }

  private List<String> wordsAskedOf(String client) {
    return product
        .get(client, "/api/v1/comments?as=co-sponsor&limit=200")
        .body()
        .path("comments")
        .findValuesAsString("text");
  }

  private Answer join(String client, String path, int text) {
    return product.put(client, path + "/cosponsors/" + client, "", "If-Match", "\"" + text + "\"");
  }

  /** The one comment of these words, once it is compiled. */
  private JsonNode compiled(String client, String k, String words) {
    return await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                product
                    .get(client, compilation(k))
                    .body()
                    .path("sections")
                    .valueStream()
                    .flatMap(section -> section.path("recommendations").valueStream())
                    .flatMap(item -> item.path("comments").valueStream())
                    .filter(comment -> comment.path("text").asString().equals(words))
                    .toList(),
            found -> found.size() == 1)
        .getFirst();
  }

  private int received(String k) {
    return product
        .get("secretariat", compilation(k) + "/tallies")
        .body()
        .path("tallies")
        .get(0)
        .path("received")
        .asInt();
  }

  private Answer handIn(String client, String k, String text, String more) {
    return product.post(client, "/api/v1/comments", body(k, text, more));
  }

  private static String body(String k, String text, String more) {
    return """
        {"consultation":"%s","recommendation":"1(a)","kind":"substantive","language":"en","text":"%s"%s}"""
        .formatted(k, text, more.isEmpty() ? "" : "," + more);
  }

  private static String compilation(String k) {
    return "/api/v1/compilations/" + k;
  }

  private void publish(String k) {
    Answer published =
        product.post(
            "secretariat",
            "/api/v1/consultations/" + k + "/publication",
            "{\"edition\":\"first\",\"reason\":\"a test\"}");
    assertThat(published.status()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                product
                    .get("", compilation(k))
                    .body()
                    .path("visibility")
                    .asString()
                    .equals("published"));
  }

  private String open(Duration openFor) {
    String k = "joint-" + UUID.randomUUID().toString().substring(0, 8);
    byte[] report =
        "1. The following was suggested:\n\n(a) That the windows be opened;\n\n(b) That they be closed.\n\n2. The meeting closed.\n"
            .getBytes(StandardCharsets.UTF_8);
    String manifest =
        """
        {"document":"%1$s","symbol":"J/%1$s","titles":{"en":"Windows"},"language":"en",
         "lists":[{"paragraph":"1"}]}"""
            .formatted(k);
    assertThat(product.load("secretariat", manifest, report).status()).isEqualTo(201);
    product.post("secretariat", "/api/v1/documents/" + k + "/publication", "");
    Answer opened =
        product.post(
            "secretariat",
            "/api/v1/consultations",
            """
            {"id":"%1$s","titles":{"en":"Windows"},"documents":["%1$s"],"closesAt":"%2$s"}"""
                .formatted(k, Instant.now().plus(openFor)));
    assertThat(opened.status()).isEqualTo(201);
    return k;
  }
}
