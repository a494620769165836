package io.rapporteur.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.rapporteur.standalone.Product.Answer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The story of a round, told over HTTP, and after each of its turns what each of its users sees.
 * Every comment carries a word of its own, and every byte of the answers is searched for it.
 */
@OwnProduct
class RoundIT {

  private static final String ROUND = "round";
  private static final String COMPILATION = "/api/v1/compilations/" + ROUND;
  private static final Duration OPEN_FOR = Duration.ofSeconds(100);
  private static final List<String> CALLERS =
      List.of("eg", "cl", "ng", "ps", "ke", "br", "pt", "fr", "jp", "secretariat", "chair", "");

  private static final List<String> WORDS =
      List.of(
          "w-cleared",
          "w-ministry",
          "w-joint",
          "w-group",
          "w-import",
          "w-note",
          "w-extended",
          "w-accepted",
          "w-refused",
          "w-gone",
          "w-gone-later",
          "w-kept");

  @TempDir static Path folder;
  private static GreenMail mail;
  private static Product product;
  private static Instant closesAt = Instant.EPOCH;
  private static String question = "";

  @BeforeAll
  static void start() throws IOException {
    var any = new ServerSetup(0, "127.0.0.1", ServerSetupTest.SMTP.getProtocol());
    mail = new GreenMail(any);
    mail.start();
    Path contacts = folder.resolve("contacts.json");
    Files.writeString(
        contacts,
        """
        {"contacts": [
          {"participant": "eg", "language": "ar", "email": "eg@example.org"},
          {"participant": "cl", "language": "es", "email": "cl@example.org"}]}\
        """);
    Files.setPosixFilePermissions(contacts, PosixFilePermissions.fromString("rw-------"));
    String circulation = "RAPPORTEUR_INGEST_CIRCULATION_";
    product =
        Product.start(
            folder.resolve("data"),
            Map.of(
                circulation + "CONTACTS",
                contacts.toString(),
                circulation + "LINK",
                "https://example.org/{consultation}",
                circulation + "INTERVAL",
                "PT1S",
                circulation + "SMTP_HOST",
                "127.0.0.1",
                circulation + "SMTP_PORT",
                "" + mail.getSmtp().getPort(),
                circulation + "SMTP_STARTTLS",
                "false",
                circulation + "SMTP_FROM",
                "desk@example.org",
                "RAPPORTEUR_LIMITS_ACCOUNT_PERSECOND",
                "1000",
                "RAPPORTEUR_LIMITS_ACCOUNT_BURST",
                "2000"));
  }

  @AfterAll
  static void stop() {
    product.close();
    mail.stop();
  }

  @Test
  void goesFromItsCirculationToItsPublicationAndBeyond() {
    asksWhetherAnyoneObjectsToItsDate();
    opensAndIsCirculated();
    isDraftedByFiveMinistriesAndClearedByOneDelegation();
    isJoinedByAnotherAndAnsweredByAGroup();
    takesATableOfFiveThousandRowsOfWhichTenAreBad();
    registersWhatCameByNoteVerbale();
    losesWhatIsWithdrawnBeforeItsPublication();
    givesMoreTimeToOneState();
    sealsWhatComesLateUntilItIsDecidedOn();
    grantsTheChairSight();
    isPublishedFromNothingToAll();
    tellsInNeutralWordsWhatIsWithdrawnAfterwards();
    itsDateIsApprovedSinceNobodyObjected();
  }

  private static void asksWhetherAnyoneObjectsToItsDate() {
    Answer put =
        product.post(
            "secretariat",
            "/api/v1/silence",
            """
            {"body":"extended Bureau","texts":{"en":"The windows are discussed on 6 April."},
             "members":["eg","br"],"closesAt":"%s","shortest":"PT0S"}\
            """
                .formatted(Instant.now().plusSeconds(10)));
    assertThat(put.status()).isEqualTo(201);
    question = put.header("Location");
    assertThat(product.post("eg", question + "/deliveries", "{}").status()).isEqualTo(200);
    assertThat(product.post("br", question + "/deliveries", "{}").status()).isEqualTo(200);
  }

  private static void itsDateIsApprovedSinceNobodyObjected() {
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> answer("chair", question).contains("\"standing\":\"approved\""));
    assertThat(answer("eg", question)).contains("approved");
    assertThat(answer("secretariat", question)).contains("approved");
    assertThat(read("cl", question).status()).isEqualTo(404);
    assertThat(answer("eg", "/api/v1/feed?limit=1000")).contains("question-put", "silence-kept");
    assertThat(answer("cl", "/api/v1/feed?limit=1000")).doesNotContain("silence-kept");
  }

  private static void opensAndIsCirculated() {
    assertThat(product.post("secretariat", "/api/v1/deliveries/release", "{}").status())
        .isEqualTo(200);
    String report =
        "1. The following was suggested:\n\n"
            + "(a) That the windows be opened;\n\n"
            + "(b) That they be closed.\n\n"
            + "2. The meeting closed.\n";
    assertThat(
            product
                .load(
                    "secretariat",
                    """
                    {"document":"round","symbol":"R/1","titles":{"en":"Windows"},"language":"en",
                     "lists":[{"paragraph":"1"}]}\
                    """,
                    report.getBytes(StandardCharsets.UTF_8))
                .status())
        .isEqualTo(201);
    product.post("secretariat", "/api/v1/documents/round/publication", "");
    closesAt = Instant.now().plus(OPEN_FOR).truncatedTo(ChronoUnit.MILLIS);
    Answer opened =
        product.post(
            "secretariat",
            "/api/v1/consultations",
            """
            {"id":"round","titles":{"en":"Windows"},"documents":["round"],"closesAt":"%s","zone":"Europe/Vienna"}\
            """
                .formatted(closesAt));
    assertThat(opened.status()).isEqualTo(201);

    assertThat(mail.waitForIncomingEmail(30_000, 2)).isTrue();
    seen(Map.of());
  }

  private static void isDraftedByFiveMinistriesAndClearedByOneDelegation() {
    List<String> drafts = new ArrayList<>();
    for (String ministry : List.of("Justice", "Interior", "Foreign", "Trade", "Health")) {
      Answer begun =
          product.post(
              "eg",
              "/api/v1/drafts",
              line("1(a)", "w-ministry " + ministry)
                  .replaceFirst(
                      "\\{", "{\"consultation\":\"round\",\"ministry\":\"" + ministry + "\","));
      assertThat(begun.status()).as(begun.body().toString()).isEqualTo(201);
      drafts.add(begun.body().path("id").asString());
    }
    Answer compared =
        product.get("eg", "/api/v1/drafts/compared?consultation=round&recommendation=1(a)");
    assertThat(compared.body().path("items").get(0).path("drafts")).hasSize(5);
    Answer merged =
        product.post(
            "eg",
            "/api/v1/drafts/merges",
            line("1(a)", "w-cleared")
                .replace(
                    "\"recommendation\":\"1(a)\"",
                    "\"drafts\":[\"" + String.join("\",\"", drafts) + "\"]"));
    assertThat(merged.status()).as(merged.body().toString()).isEqualTo(201);
    String draft = merged.body().path("draft").path("id").asString();
    String stage = "/api/v1/drafts/" + draft + "/stage";
    assertThat(product.post("eg", stage, "{\"to\":\"in-review\"}").status()).isEqualTo(200);
    assertThat(product.post("eg", stage, "{\"to\":\"released\"}").status()).isEqualTo(200);
    seen(Map.of());

    Answer handedIn =
        product.post(
            "eg",
            "/api/v1/submissions",
            "{\"consultation\":\"round\",\"drafts\":[\""
                + draft
                + "\"],\"coverLetter\":\"With compliments.\",\"language\":\"en\"}");
    assertThat(handedIn.status()).as(handedIn.body().toString()).isEqualTo(201);
    seen(Map.of("w-cleared", Set.of("eg", "secretariat")));
  }

  private static void isJoinedByAnotherAndAnsweredByAGroup() {
    String joint = handIn("eg", "w-joint", ",\"coSponsors\":[\"cl\",\"ng\"]");
    seen(Map.of("w-cleared", Set.of("eg", "secretariat"), "w-joint", Set.of("eg", "secretariat")));
    assertThat(product.get("cl", joint).status()).isEqualTo(200);
    assertThat(product.get("br", joint).status()).isEqualTo(404);
    assertThat(product.put("cl", joint + "/cosponsors/cl", "", "If-Match", "\"1\"").status())
        .isEqualTo(200);
    assertThat(product.delete("ng", joint + "/cosponsors/ng").status()).isEqualTo(204);

    assertThat(
            product
                .post(
                    "secretariat",
                    "/api/v1/groups/g77/speakers",
                    "{\"participant\":\"ps\",\"reference\":\"NV 7\"}")
                .status())
        .isEqualTo(200);
    handIn("ps", "w-group", ",\"onBehalfOf\":\"g77\"");
    seen(
        Map.of(
            "w-cleared", Set.of("eg", "secretariat"),
            "w-joint", Set.of("eg", "cl", "secretariat"),
            "w-group", Set.of("ps", "secretariat")));
  }

  private static void takesATableOfFiveThousandRowsOfWhichTenAreBad() {
    var rows = new StringBuilder("No.,Kind of comment,Position,Comment\n");
    for (int n = 0; n < 5_000; n++) {
      rows.append(n % 2 + 1)
          .append(",Technical,")
          .append(n % 500 == 250 ? "Perhaps" : "Support")
          .append(",w-import ")
          .append(n)
          .append('\n');
    }
    Answer taken =
        product.send(
            "ke",
            HttpRequest.newBuilder(product.uri("/api/v1/imports?language=en&consultation=round"))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofString(rows.toString())));
    assertThat(taken.status()).as(taken.body().toString()).isEqualTo(201);
    assertThat(taken.body().path("counts").path("new").asInt()).isEqualTo(4_990);
    assertThat(taken.body().path("counts").path("faulty").asInt()).isEqualTo(10);
    assertThat(product.get("secretariat", COMPILATION).body().toString())
        .doesNotContain("w-import");

    // Who gets no answer in time asks again with the same key.
    Answer submitted =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(
                () ->
                    product.post(
                        "ke",
                        taken.header("Location") + "/submission",
                        "",
                        "Idempotency-Key",
                        "five-thousand"),
                answer -> answer.status() != 503);
    assertThat(submitted.body().path("comments").asInt())
        .as(submitted.body().toString())
        .isEqualTo(4_990);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        product
                            .get("secretariat", COMPILATION + "/tallies")
                            .body()
                            .path("tallies")
                            .valueStream()
                            .mapToInt(tally -> tally.path("received").asInt())
                            .sum())
                    .isEqualTo(4_993));
  }

  private static void registersWhatCameByNoteVerbale() {
    Answer entered =
        product.post(
            "secretariat",
            "/api/v1/submissions",
            "{\"consultation\":\"round\",\"participant\":\"pt\",\"registration\":{\"channel\":\"note-verbale\",\"arrivedAt\":\"%s\",\"reference\":\"NV 12\"},\"comments\":[%s]}"
                .formatted(Instant.now(), line("1(b)", "w-note")));
    assertThat(entered.status()).as(entered.body().toString()).isEqualTo(201);
    String path = "/api/v1/submissions/" + entered.body().path("id").asString();
    assertThat(product.get("pt", path).body().toString()).contains("NV 12");
    assertThat(product.get("br", path).status()).isEqualTo(404);
  }

  private static void losesWhatIsWithdrawnBeforeItsPublication() {
    String gone = handIn("br", "w-gone", "");
    handIn("br", "w-kept", "");
    handIn("fr", "w-gone-later", "");
    assertThat(product.delete("br", gone, "If-Match", "\"1\"").status()).isEqualTo(200);
    seen(beforeTheDeadline());
  }

  private static void givesMoreTimeToOneState() {
    Answer extended =
        product.post(
            "secretariat",
            "/api/v1/consultations/round/extensions",
            "{\"participant\":\"jp\",\"closesAt\":\"%s\",\"reason\":\"NV 13\"}"
                .formatted(closesAt.plusSeconds(3_600)));
    assertThat(extended.status()).isEqualTo(200);
    assertThat(product.get("br", "/api/v1/consultations/round").body().toString())
        .doesNotContain("NV 13")
        .doesNotContain(closesAt.plusSeconds(3_600).toString());
    await()
        .atMost(OPEN_FOR.plusSeconds(30))
        .until(() -> Instant.now().isAfter(closesAt.plusSeconds(1)));
    handIn("jp", "w-extended", "");
    Map<String, Set<String>> expected = new java.util.TreeMap<>(beforeTheDeadline());
    expected.put("w-extended", Set.of("jp", "secretariat"));
    seen(expected);
  }

  private static void sealsWhatComesLateUntilItIsDecidedOn() {
    String accepted = handIn("fr", "w-accepted", "");
    String refused = handIn("ng", "w-refused", "");
    assertThat(product.get("fr", accepted).body().path("late").asBoolean()).isTrue();
    assertThat(standing("secretariat")).doesNotContain("w-accepted", "w-refused");
    for (String path : List.of(accepted, refused)) {
      Answer decided =
          product.post(
              "secretariat",
              path + "/late-decision",
              "{\"text\":1,\"accepted\":%s,\"reason\":\"NV 14\"}".formatted(path.equals(accepted)));
      assertThat(decided.status()).isEqualTo(200);
    }
    await().until(() -> standing("secretariat").contains("w-accepted"));
    assertThat(standing("secretariat")).doesNotContain("w-refused");
    assertThat(product.get("ng", refused).body().path("lateDecision").toString()).contains("NV 14");
    Map<String, Set<String>> expected = new java.util.TreeMap<>(beforeTheDeadline());
    expected.put("w-extended", Set.of("jp", "secretariat"));
    expected.put("w-accepted", Set.of("fr", "secretariat"));
    seen(expected);
  }

  private static void grantsTheChairSight() {
    String sight = "/api/v1/consultations/round/sight";
    assertThat(
            product
                .post("secretariat", sight, "{\"role\":\"chair\",\"reason\":\"Bureau, 1 March\"}")
                .status())
        .isEqualTo(200);
    await().until(() -> answer("chair", COMPILATION).contains("w-joint"));
    assertThat(product.delete("secretariat", sight + "/chair?reason=over").status()).isEqualTo(200);
    await().until(() -> !answer("chair", COMPILATION).contains("w-joint"));
  }

  private static void isPublishedFromNothingToAll() {
    Answer published =
        product.post(
            "secretariat",
            "/api/v1/consultations/round/publication",
            "{\"edition\":\"first\",\"reason\":\"the meeting begins\"}");
    assertThat(published.status()).isEqualTo(200);
    Set<String> all =
        Set.of(
            "w-cleared",
            "w-joint",
            "w-group",
            "w-import",
            "w-note",
            "w-extended",
            "w-accepted",
            "w-gone-later",
            "w-kept");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              Set<String> seen = words(answer("", COMPILATION));
              assertThat(seen).isIn(Set.of(), all);
              return !seen.isEmpty();
            });
    CALLERS.stream()
        .filter(caller -> !caller.equals("secretariat"))
        .forEach(
            caller ->
                assertThat(words(answer(caller, COMPILATION)))
                    .as("published, as '%s'", caller)
                    .containsAll(all)
                    .doesNotContain("w-gone", "w-ministry"));
    assertThat(answer("", COMPILATION))
        .contains("Group of 77 and China")
        .contains("Chile")
        .doesNotContain("receivedAt")
        .doesNotContain("NV 1");
  }

  private static void tellsInNeutralWordsWhatIsWithdrawnAfterwards() {
    String path =
        product
            .get("fr", "/api/v1/comments")
            .body()
            .path("comments")
            .valueStream()
            .filter(comment -> comment.path("text").asString("").equals("w-gone-later"))
            .map(comment -> "/api/v1/comments/" + comment.path("id").asString())
            .findFirst()
            .orElseThrow();
    assertThat(product.delete("fr", path, "If-Match", "\"1\"").status()).isEqualTo(200);

    for (String caller : List.of("", "br", "jp")) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> !answer(caller, COMPILATION).contains("w-gone-later"));
      assertThat(product.get(caller, COMPILATION).body().path("since"))
          .extracting(
              notice -> notice.path("name").asString() + " " + notice.path("kind").asString())
          .containsExactly("France withdrawn");
    }
  }

  /** What each word's readers are before the deadline; nobody else sees it. */
  private static Map<String, Set<String>> beforeTheDeadline() {
    return Map.of(
        "w-cleared", Set.of("eg", "secretariat"),
        "w-joint", Set.of("eg", "cl", "secretariat"),
        "w-group", Set.of("ps", "secretariat"),
        "w-import", Set.of("ke", "secretariat"),
        "w-note", Set.of("pt", "secretariat"),
        "w-gone-later", Set.of("fr", "secretariat"),
        "w-kept", Set.of("br", "secretariat"));
  }

  /** Holds, for every word and every caller, that those read it who may, and nobody else. */
  private static void seen(Map<String, Set<String>> readers) {
    for (String caller : CALLERS) {
      Set<String> expected = new TreeSet<>();
      readers.forEach(
          (word, of) -> {
            if (of.contains(caller)) {
              expected.add(word);
            }
          });
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () -> assertThat(standing(caller)).as("as '%s'", caller).isEqualTo(expected));
      if (!caller.equals("eg")) {
        assertThat(answer(caller, COMPILATION)).doesNotContain("w-ministry");
      }
    }
  }

  /** The words of what stands, in the compilation as a caller gets it. */
  private static Set<String> standing(String caller) {
    var body = read(caller, COMPILATION).body();
    return words(body.path("general").toString() + body.path("sections"));
  }

  private static Set<String> words(String answer) {
    Set<String> words = new TreeSet<>();
    for (String word : WORDS) {
      if (Pattern.compile(word + "(?![a-z-])").matcher(answer).find()) {
        words.add(word);
      }
    }
    return words;
  }

  private static String answer(String caller, String path) {
    return read(caller, path).body().toString();
  }

  private static Answer read(String caller, String path) {
    if (caller.equals("chair")) {
      var tokens = new SignedTokens(product);
      return tokens.get(tokens.of("the-chair", "chair"), path);
    }
    return product.get(caller, path);
  }

  private static String handIn(String client, String text, String more) {
    Answer answer =
        product.post(
            client,
            "/api/v1/comments",
            line("1(b)", text)
                .replaceFirst("\\{", "{\"consultation\":\"round\",")
                .replaceFirst("}$", more + "}"));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer.header("Location");
  }

  private static String line(String item, String text) {
    return "{\"recommendation\":\"%s\",\"kind\":\"substantive\",\"language\":\"en\",\"text\":\"%s\"}"
        .formatted(item, text);
  }
}
