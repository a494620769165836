package io.rapporteur.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.standalone.Product.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import tools.jackson.databind.JsonNode;

/**
 * A round in which every place where something can be said holds a {@link Word} of its own, and
 * what is known of it: the ids of everything that has a door.
 */
final class SealedRound {

  static final String ID = "sealed";
  private static final String LATE = "sealed-late";
  private static final String REPORT = ID + "-report";

  /** How many comments come in between two walks: a number that is nowhere else. */
  static final int MORE = 17;

  private final Product product;
  private final String chair;
  private final Map<String, List<String>> known = new HashMap<>();

  SealedRound(Product product, String chair) {
    this.product = product;
    this.chair = chair;
  }

  /** What was said in one place, who reads it while the round is sealed, and whether it opens. */
  enum Word {
    TEXT("qvazboru", true, "eg", "cl", "secretariat"),
    TRANSLATION("ظغضثمركب", true, "eg", "cl", "secretariat"),
    PROPOSED("ظضغزفثخب", true, "eg", "cl", "secretariat"),
    RATIONALE("qvezimur", true, "eg", "cl", "secretariat"),
    COURTESY("qvulimet", true, "eg", "secretariat"),
    COURTESY_PROPOSED("qvobizan", true, "eg", "secretariat"),
    QUOTATION("qvoxatin", true, "eg", "cl", "secretariat"),
    FILE_NAME("qvufimal", true, "eg", "cl", "secretariat"),
    FILE("qvyfobed", false, "eg"),
    CHINESE("翡翠鲸鱼甲", true, "eg", "secretariat"),
    COVER_LETTER("翡翠鲸鱼乙", false, "eg", "secretariat"),
    JOINT("ظثضغخرشد", true, "eg", "ng", "secretariat"),
    REVISED("qvinodar", false, "eg", "secretariat"),
    REVISION("qvelokas", true, "eg", "secretariat"),
    WITHDRAWN("qvabucem", false, "br", "secretariat"),
    KEPT("qvimacob", true, "br", "secretariat"),
    DRAFT("翡翠鲸鱼丙", false, "eg"),
    MINISTRY("qvarogul", false, "eg"),
    ROW("qvubenok", false, "eg"),
    REGISTERED("ظخضثغفسق", true, "pt", "secretariat"),
    REFERENCE("qvotevis", false, "pt", "secretariat"),
    LATE("qvirasop", false, "eg", "secretariat"),
    OBJECTION("qvacupel", false, "eg", "chair"),
    ENTRY("qvomedix", false, "chair", "rapporteur", "secretariat");

    private final String said;
    private final boolean opens;
    private final String readers;

    Word(String said, boolean opens, String... readers) {
      this.said = said;
      this.opens = opens;
      this.readers = " " + String.join(" ", readers) + " ";
    }

    String said() {
      return said;
    }

    boolean opens() {
      return opens;
    }

    boolean isRead(String caller) {
      return readers.contains(" " + caller + " ");
    }
  }

  /** Hands all of it in. */
  SealedRound open() {
    opensWith(ID, Duration.ofHours(1));
    opensWith(LATE, Duration.ofSeconds(1));
    String file = uploads();
    String full = comments(file);
    translates(full);
    submits();
    joins();
    revisesAndWithdraws();
    prepares();
    registers();
    objects();
    proposesAnEntry();
    comesLate();
    know("/comments/{id}", full);
    know("/comments/{comment}", full);
    know("/redactions/{comment}", full);
    know("/translations/{comment}", full);
    know("/attachments/{id}", file);
    know("/attachments/{attachment}", file);
    learn();
    return this;
  }

  /** Seventeen more, one after the other, as one act and by a table; of them a few change again. */
  void more() {
    for (int n = 0; n < 5; n++) {
      comment("eg", "one more, " + n, "1(a)", "");
    }
    Answer submission =
        product.post(
            "eg",
            "/api/v1/submissions",
            "{\"consultation\":\"%s\",\"comments\":[%s]}"
                .formatted(
                    ID,
                    IntStream.range(0, 10)
                        .mapToObj(n -> line("one of ten, " + n, "1(a)"))
                        .collect(Collectors.joining(","))));
    assertThat(submission.status()).isEqualTo(201);
    String changed = comment("eg", "to be changed", "1(a)", "");
    assertThat(
            product
                .put("eg", changed, inRound(line("changed", "1(a)")), "If-Match", "\"1\"")
                .status())
        .isEqualTo(200);
    String taken = comment("eg", "to be taken back", "1(a)", "");
    assertThat(product.delete("eg", taken, "If-Match", "\"1\"").status()).isEqualTo(200);
    awaitReceived(MORE - 1);
  }

  /** What is known of a parameter to someone who has these exports. */
  DocumentedDoors.Known known(Map<String, List<String>> more) {
    return parameter -> {
      List<String> own = more.getOrDefault(parameter, List.of());
      List<String> all = new ArrayList<>(known.getOrDefault(parameter, List.of()));
      all.addAll(own);
      return all;
    };
  }

  private int before;

  private int received() {
    int received = 0;
    for (JsonNode tally :
        product
            .get("secretariat", "/api/v1/compilations/" + ID + "/tallies")
            .body()
            .path("tallies")) {
      received += tally.path("received").asInt();
    }
    return received;
  }

  private void awaitReceived(int more) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(received()).isEqualTo(before + more));
    before += more;
  }

  private void opensWith(String consultation, Duration openFor) {
    String report = consultation + "-report";
    Answer loaded =
        product.load(
            "secretariat",
            """
            {"document":"%1$s","symbol":"S/%1$s","titles":{"en":"Windows"},"language":"en",
             "lists":[{"paragraph":"1"}]}\
            """
                .formatted(report),
            """
            1. The following was suggested:

            (a) That the windows be opened;

            (b) That they be closed again.

            2. The meeting closed.
            """
                .getBytes(StandardCharsets.UTF_8));
    assertThat(loaded.status()).as(loaded.toString()).isEqualTo(201);
    product.post("secretariat", "/api/v1/documents/" + report + "/publication", "");
    Answer opened =
        product.post(
            "secretariat",
            "/api/v1/consultations",
            "{\"id\":\"%s\",\"titles\":{\"en\":\"Sealed\"},\"documents\":[\"%s\"],\"closesAt\":\"%s\"}"
                .formatted(consultation, report, Instant.now().plus(openFor)));
    assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
  }

  private String uploads() {
    Answer uploaded =
        product.send(
            "eg",
            HttpRequest.newBuilder(
                    product.uri("/api/v1/attachments?name=" + Word.FILE_NAME.said() + ".pdf"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(pdf(Word.FILE.said()))));
    assertThat(uploaded.status()).as(uploaded.toString()).isEqualTo(201);
    String location = uploaded.header("Location");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                !product
                    .get("eg", location + "/state")
                    .body()
                    .path("state")
                    .asString()
                    .equals("waiting"));
    return uploaded.body().path("id").asString();
  }

  private String comments(String file) {
    Answer full =
        product.post(
            "eg",
            "/api/v1/comments",
            """
            {"consultation":"%s","recommendation":"1(a)","kind":"substantive","position":"object",
             "language":"en","text":"The %s blows","rationale":"for %s","quotation":"of %s",
             "translations":[{"language":"ar","text":"تهب %s","author":"a translator"}],
             "proposedText":"That the %s be opened","proposedTextLanguage":"en",
             "attachments":["%s"],"coSponsors":["cl"]}\
            """
                .formatted(
                    ID,
                    Word.TEXT.said(),
                    Word.RATIONALE.said(),
                    Word.QUOTATION.said(),
                    Word.TRANSLATION.said(),
                    Word.PROPOSED.said(),
                    file));
    assertThat(full.status()).as(full.toString()).isEqualTo(201);
    return full.body().path("id").asString();
  }

  private void translates(String comment) {
    Answer translated =
        product.post(
            "secretariat",
            "/api/v1/translations",
            """
            {"consultation":"%s","comment":"%s","commentRevision":1,"language":"fr",
             "text":"Le %s souffle","proposedText":"Que le %s soit ouvert","rationale":"car"}\
            """
                .formatted(ID, comment, Word.COURTESY.said(), Word.COURTESY_PROPOSED.said()));
    assertThat(translated.status()).as(translated.toString()).isEqualTo(201);
  }

  private void submits() {
    Answer submission =
        product.post(
            "eg",
            "/api/v1/submissions",
            """
            {"consultation":"%s","coverLetter":"%s","language":"zh","comments":[
              {"recommendation":"1(b)","kind":"editorial","language":"zh","text":"%s"}]}\
            """
                .formatted(ID, Word.COVER_LETTER.said(), Word.CHINESE.said()));
    assertThat(submission.status()).as(submission.toString()).isEqualTo(201);
    know("/submissions/{id}", submission.body().path("id").asString());
    know("/comments/{id}", submission.body().path("comments").get(0).path("id").asString());
  }

  private void joins() {
    String joint =
        comment("eg", Word.JOINT.said(), "1(b)", ",\"coSponsors\":[\"ng\"]", "language\":\"ar");
    assertThat(product.put("ng", joint + "/cosponsors/ng", "", "If-Match", "\"1\"").status())
        .isEqualTo(200);
    know("/comments/{id}", joint.substring(joint.lastIndexOf('/') + 1));
  }

  private void revisesAndWithdraws() {
    String revised = comment("eg", Word.REVISED.said(), "1(a)", "");
    assertThat(
            product
                .put(
                    "eg", revised, inRound(line(Word.REVISION.said(), "1(a)")), "If-Match", "\"1\"")
                .status())
        .isEqualTo(200);
    comment("br", Word.KEPT.said(), "1(a)", "");
    String withdrawn = comment("br", Word.WITHDRAWN.said(), "1(a)", "");
    assertThat(product.delete("br", withdrawn, "If-Match", "\"1\"").status()).isEqualTo(200);
    know("/comments/{id}", revised.substring(revised.lastIndexOf('/') + 1));
    know("/comments/{id}", withdrawn.substring(withdrawn.lastIndexOf('/') + 1));
  }

  private void prepares() {
    Answer draft =
        product.post(
            "eg",
            "/api/v1/drafts",
            inRound(line(Word.DRAFT.said(), "1(a)"))
                .replaceFirst("\\{", "{\"ministry\":\"" + Word.MINISTRY.said() + "\","));
    assertThat(draft.status()).as(draft.toString()).isEqualTo(201);
    know("/drafts/{id}", draft.body().path("id").asString());
    Answer table =
        product.send(
            "eg",
            HttpRequest.newBuilder(product.uri("/api/v1/imports?language=en&consultation=" + ID))
                .header("Content-Type", "application/octet-stream")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "Reference,Kind of comment,Comment\n1(b),Technical,%s\n1(b),%s,x\n"
                            .formatted(Word.ROW.said(), Word.ROW.said()))));
    assertThat(table.status()).as(table.toString()).isEqualTo(201);
    know("/imports/{id}", table.body().path("id").asString());
  }

  private void registers() {
    Answer entered =
        product.post(
            "secretariat",
            "/api/v1/submissions",
            """
            {"consultation":"%s","participant":"pt",
             "registration":{"channel":"note-verbale","arrivedAt":"%s","reference":"NV %s"},
             "comments":[%s]}\
            """
                .formatted(
                    ID,
                    Instant.now(),
                    Word.REFERENCE.said(),
                    line(Word.REGISTERED.said(), "1(b)").replace("\"en\"", "\"ar\"")));
    assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
    know("/submissions/{id}", entered.body().path("id").asString());
  }

  private void objects() {
    Answer put =
        product.post(
            "secretariat",
            "/api/v1/silence",
            """
            {"body":"extended Bureau","texts":{"en":"The windows are discussed on 6 April."},
             "members":["eg","br"],"closesAt":"%s"}\
            """
                .formatted(Instant.now().plus(Duration.ofDays(2))));
    assertThat(put.status()).as(put.toString()).isEqualTo(201);
    Answer objected =
        product.post(
            "eg",
            put.header("Location") + "/objections",
            "{\"reason\":\"%s\",\"language\":\"en\"}".formatted(Word.OBJECTION.said()));
    assertThat(objected.status()).as(objected.toString()).isEqualTo(201);
    know("/silence/{id}", put.body().path("id").asString());
  }

  private void proposesAnEntry() {
    Answer proposed =
        product.send(
            HttpRequest.newBuilder(product.uri("/api/v1/entries"))
                .header("Authorization", "Bearer " + chair)
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        """
                        {"consultation":"%s","entries":[
                          {"texts":{"en":"%s"},"language":"en","sources":["1(a)"]}]}\
                        """
                            .formatted(ID, Word.ENTRY.said()))));
    assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
    know("/entries/{id}", proposed.body().path("entries").get(0).path("id").asString());
  }

  private void comesLate() {
    Answer late =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () ->
                    product.post(
                        "eg",
                        "/api/v1/comments",
                        inRound(line(Word.LATE.said(), "1(a)")).replace(ID, LATE)),
                answer -> answer.body().path("late").asBoolean());
    know("/comments/{id}", late.body().path("id").asString());
  }

  /** What the author and the secretariat can tell of all this: receipts, places, cursors, cuts. */
  private void learn() {
    before = received();
    awaitReceived(0);
    JsonNode receipts =
        await()
            .until(
                () -> product.get("eg", "/api/v1/compilations/" + ID + "/receipts?limit=1").body(),
                page -> page.has("next"));
    know("code", receipts.path("receipts").get(0).path("code").asString());
    know("/proofs/{digest}", receipts.path("receipts").get(0).path("digest").asString());
    JsonNode all = product.get("secretariat", "/api/v1/compilations/" + ID + "?limit=1").body();
    know("asOf", all.path("asOf").path("cut").asString("cut:1"));
    know("asOf", "edition:first", Instant.now().minusSeconds(1).toString());
    known.put("from", known.get("asOf"));
    known.put("to", known.get("asOf"));
    know("cursor", all.path("next").asString(), receipts.path("next").asString(), "nowhere");
    known
        .computeIfAbsent("cursor", name -> new ArrayList<>())
        .add(product.get("eg", "/api/v1/feed?limit=1").body().path("cursor").asString());
    know("consultation", ID, LATE);
    know("/compilations/{id}", ID, LATE);
    know("/consultations/{id}", ID, LATE);
    know("/adopted/{consultation}", ID);
    know("/documents/{id}", REPORT);
    know("document", REPORT);
    know("section", REPORT + ".1");
    know("/recommendations/{reference}", "1(a)", REPORT + ".1.b");
    know("recommendation", "1(a)");
    know("/participants/{code}", "eg");
    know("/cosponsors/{code}", "eg", "ng");
    know("/groups/{code}", "g77");
    know("/speakers/{participant}", "eg");
    know("/sight/{role}", "chair");
    know("participant", "eg");
    know("onBehalfOf", "g77");
    know("/editions/{edition}", "first");
    know("/languages/{language}", "fr");
    know("/accounts/{id}", "eg", "secretariat");
    know("/secrets/{number}", "1");
    known.put("submission", known.get("/submissions/{id}"));
    known.put("import", known.get("/imports/{id}"));
    know("account", "eg", "secretariat");
    know("until", Instant.now().plusSeconds(60).toString());
    known.put("/api/v1/acts?from", List.of(Instant.now().minusSeconds(600).toString()));
    know("after", "nowhere");
    know("state", "new", "faulty");
    know("stage", "drafting");
    know("ministry", Word.MINISTRY.said());
    know("revision", "1");
    known.put("/api/v1/submissions/{id}?format", List.of("json", "pdf"));
    know("limit", "1", "200");
    know("symbol", "S/1");
    know("distribution", "General");
    know("Last-Event-ID", "1");
    know("If-None-Match", "\"1\"");
    know("page", "1");
    know("entry", "1");
    know("prepared", "true");
    know("threshold", "0.9");
    know("assignee", "drafter");
    know("tag", "urgent");
    know("/{comment}/{redaction}", "1");
    know("/{comment}/{revision}", "1");
    know("/{revision}/{language}", "fr");
    known.put(
        "q", java.util.Arrays.stream(Word.values()).map(Word::said).collect(Collectors.toList()));
    known.get("q").add("windows");
  }

  private void know(String parameter, String... values) {
    known.computeIfAbsent(parameter, name -> new ArrayList<>()).addAll(List.of(values));
  }

  private String comment(String client, String text, String item, String more) {
    return comment(client, text, item, more, "language\":\"en");
  }

  private String comment(String client, String text, String item, String more, String language) {
    Function<String, String> said = line -> line.replace("language\":\"en", language);
    Answer answer =
        product.post(
            client,
            "/api/v1/comments",
            inRound(said.apply(line(text, item))).replaceFirst("}$", more + "}"));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.header("Location");
  }

  private static String inRound(String line) {
    return line.replaceFirst("\\{", "{\"consultation\":\"" + ID + "\",");
  }

  private static String line(String text, String item) {
    return "{\"recommendation\":\"%s\",\"kind\":\"technical\",\"language\":\"en\",\"text\":\"%s\"}"
        .formatted(item, text);
  }

  private static byte[] pdf(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(72, 700);
        content.showText(text);
        content.endText();
      }
      document.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
