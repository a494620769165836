package io.rapporteur.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.standalone.Product.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * From the consolidated draft to the adopted list, told over HTTP from the side of each of its
 * users. What is prepared carries words of its own, and every byte that others get is searched for
 * them.
 */
class MeetingIT {

  private static final String ENTRIES = "/api/v1/entries";
  private static final String DECISIONS = "/api/v1/decisions";

  private final Product product = RunningProduct.get();
  private final SignedTokens tokens = new SignedTokens(product);
  private final String chair = tokens.of("the-chair", "chair");
  private final String rapporteur = tokens.of("the-rapporteur", "rapporteur");
  private final String bureau = tokens.of("the-bureau", "bureau");
  private final String id = "m" + UUID.randomUUID().toString().substring(0, 8);
  private final String adopted = "/api/v1/adopted/" + id;

  @Test
  void goesFromTheDraftToTheAdoptedList() {
    opens();
    theRapporteurProposesADraftThatNobodyElseSees();
    itIsCirculatedToParticipantsAndBureau();
    theChairDecidesInPrivate();
    aCircleIsNamedAndNothingIsHalfApplied();
    twoChairsDoNotOverwriteOneAnother();
    itIsShownToThoseWhoTakePart();
    aDelegationHasItsPositionRecorded();
    everyoneSeesItFromTheFirstEditionOn();
    aCorrectionIsSeenWhenItIsShown();
    whatWasNotedOfflineIsTakenOnce();
    nothingIsAdoptedBeforeEverythingIsDecided();
    theListIsAdoptedNumberedAnewWithoutAttribution();
    itsLineageIsForSecretariatAndChair();
    otherLanguagesFollow();
    theListIsCorrectedAndSaysSo();
  }

  private void opens() {
    load(
        "one",
        "(a) That the windows be opened;\n\n(b) That they be cleaned;\n\n(c) That they be closed.");
    load("two", "(a) That the doors be opened;\n\n(b) That they be painted.");
    Answer opened =
        product.post(
            "secretariat",
            "/api/v1/consultations",
            """
            {"id":"%s","titles":{"en":"Windows and doors"},"documents":["%s-one","%s-two"],
             "closesAt":"%s","zone":"Europe/Vienna"}\
            """
                .formatted(id, id, id, Instant.now().plus(Duration.ofHours(1))));
    assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
    Answer comment =
        product.post(
            "eg",
            "/api/v1/comments",
            """
            {"consultation":"%s","recommendation":"%s-one.1.a","kind":"substantive",
             "language":"en","text":"a comment"}\
            """
                .formatted(id, id));
    assertThat(comment.status()).as(comment.body().toString()).isEqualTo(201);
  }

  private void load(String document, String items) {
    Answer loaded =
        product.load(
            "secretariat",
            """
            {"document":"%s-%s","symbol":"%s/%s","titles":{"en":"Report"},"language":"en",
             "lists":[{"paragraph":"1"}]}\
            """
                .formatted(id, document, id, document),
            ("1. The following was suggested, without endorsement:\n\n"
                    + items
                    + "\n\n2. The meeting closed.\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(loaded.status()).as(loaded.body().toString()).isEqualTo(201);
    product.post("secretariat", "/api/v1/documents/" + id + "-" + document + "/publication", "");
  }

  private void theRapporteurProposesADraftThatNobodyElseSees() {
    Answer ambiguous = send(rapporteur, ENTRIES, entries(entry("x", "1(a)")));
    assertThat(ambiguous.problem())
        .as(ambiguous.body().toString())
        .isEqualTo("ambiguous-reference");
    Answer faulty =
        send(
            rapporteur,
            ENTRIES,
            entries(
                "{\"texts\":{\"xx\":\"a\"},\"sources\":[\"99(z)\"]},{\"text\":\"b\",\"sources\":[]}"));
    assertThat(fields(faulty))
        .contains(
            "entries[0].texts.xx",
            "entries[0].sources[0]",
            "entries[1].language",
            "entries[1].sources");

    Answer proposed =
        send(
            rapporteur,
            ENTRIES,
            entries(
                entry("w-draft one", item("one", "a"), item("two", "a")),
                entry("w-draft two", item("one", "b")),
                entry("w-draft three", item("one", "c")),
                entry("w-draft four", item("two", "b"))));
    assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(201);
    assertThat(proposed.header("Location")).isEqualTo(ENTRIES + "/" + entry(1));
    assertThat(proposed.body().path("entries").get(0).path("sources"))
        .extracting(source -> source.path("document").asString())
        .containsExactly(id + "-one", id + "-two");
    Answer shared = send(rapporteur, ENTRIES, entries(entry("x", item("one", "a"))));
    assertThat(shared.body().toString()).contains("is in entry 1");

    for (String path : List.of(draft(), ENTRIES + "/" + entry(1), decisions(), adopted)) {
      for (String other : others()) {
        Answer nothing = tokensOrPublic(other, path);
        Answer missing = tokensOrPublic(other, path.replace(id, "nowhere"));
        assertThat(nothing.status()).as(path).isEqualTo(404);
        assertThat(nothing.body()).isEqualTo(missing.body());
      }
    }
    assertThat(tokens.get(chair, searched()).body().path("total").asInt(-1)).isZero();
    for (String leading : List.of(chair, rapporteur, product.token("secretariat"))) {
      assertThat(tokens.get(leading, draft()).body().toString()).contains("w-draft one");
    }
    for (String other : List.of(bureau, product.token("eg"))) {
      assertThat(send(other, ENTRIES, entries(entry("x", item("one", "a")))).status())
          .isEqualTo(403);
    }
    assertThat(product.post("", ENTRIES, "{}").status()).isEqualTo(401);
    assertThat(decide(rapporteur, etag(), "{\"entry\":\"1\",\"decision\":\"agreed\"}").status())
        .isEqualTo(403);
  }

  private void itIsCirculatedToParticipantsAndBureau() {
    String circulation = ENTRIES + "/circulation";
    String body = "{\"consultation\":\"" + id + "\",\"note\":\"Comments by Friday.\"}";
    assertThat(send(rapporteur, circulation, body).status()).isEqualTo(428);
    assertThat(send(rapporteur, circulation, body, "If-Match", "\"999\"").problem())
        .isEqualTo("revision-conflict");

    Answer circulated = send(rapporteur, circulation, body, "If-Match", etag());

    assertThat(circulated.status()).as(circulated.body().toString()).isEqualTo(200);
    for (String other : List.of(bureau, product.token("eg"), product.token("br"))) {
      JsonNode seen = tokens.get(other, draft()).body();
      assertThat(seen.path("version").asInt()).isEqualTo(1);
      assertThat(seen.path("note").asString()).isEqualTo("Comments by Friday.");
      assertThat(seen.path("entries")).hasSize(4);
      assertThat(seen.path("notices").toString()).contains("nothing in it has been adopted");
      assertThat(seen.path("sections").toString()).contains("without endorsement");
      assertThat(seen.path("entries").get(0).has("history")).isFalse();
      assertThat(tokens.get(other, draft()).headers()).doesNotContainKey("etag");
    }
    assertThat(product.get("", draft()).status()).isEqualTo(404);
    for (String other : List.of(chair, bureau, product.token("secretariat"), product.token("br"))) {
      assertThat(tokens.get(other, searched()).body().path("hits"))
          .extracting(hit -> hit.path("part").asString() + " " + hit.path("entry").asString())
          .contains("entry " + entry(1))
          .hasSize(4);
    }
    assertThat(product.get("", searched()).body().path("total").asInt(-1)).isZero();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> product.get("br", "/api/v1/feed?limit=1000").body().toString().contains(draft()));
  }

  private void theChairDecidesInPrivate() {
    String before = etag();
    Answer bad =
        decide(
            chair,
            before,
            "{\"entry\":\"1\",\"decision\":\"agreed-as-amended\"}",
            "{\"entry\":\"9\",\"decision\":\"agreed\"}",
            "{\"entry\":\"2\",\"decision\":\"maybe\"}");
    assertThat(fields(bad)).contains("decisions[2].decision");
    assertThat(decide(chair, "", "{\"entry\":\"1\",\"decision\":\"agreed\"}").status())
        .isEqualTo(428);
    assertThat(etag()).isEqualTo(before);

    Answer decided =
        decide(
            chair,
            before,
            "{\"entry\":\"entry 1\",\"decision\":\"agreed-as-amended\",\"text\":\"w-secret"
                + " amended\",\"language\":\"en\",\"note\":\"w-secret note\"}",
            "{\"entry\":\"2\",\"decision\":\"merged\",\"into\":\"3\"}",
            "{\"entry\":\"4\",\"decision\":\"split\",\"parts\":[{\"text\":\"w-secret"
                + " a\",\"language\":\"en\"},{\"text\":\"w-secret b\",\"language\":\"en\"}]}",
            "{\"decision\":\"new-from-the-floor\",\"text\":\"w-secret"
                + " floor\",\"language\":\"en\"}");
    assertThat(decided.status()).as(decided.body().toString()).isEqualTo(201);
    assertThat(tokens.get(rapporteur, decisions()).body().path("entries")).hasSize(4);
    nothingSecretIsSeen();
  }

  private void aCircleIsNamedAndNothingIsHalfApplied() {
    String before = etag();

    Answer refused =
        decide(
            chair,
            before,
            "{\"entry\":\"5\",\"decision\":\"agreed\"}",
            "{\"entry\":\"3\",\"decision\":\"merged\",\"into\":\"2\"}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().toString()).contains("entry 3 > entry 2 > entry 3");
    assertThat(etag()).isEqualTo(before);
  }

  private void twoChairsDoNotOverwriteOneAnother() {
    String seen = etag();
    String opened = "{\"entry\":\"3\",\"decision\":\"opened\"}";
    Answer first =
        send(
            chair,
            DECISIONS,
            decisionsBody(opened),
            "If-Match",
            seen,
            "Idempotency-Key",
            "first" + id);
    assertThat(first.status()).isEqualTo(201);

    assertThat(decide(product.token("secretariat"), seen, opened).problem())
        .isEqualTo("revision-conflict");
    Answer again =
        send(
            chair,
            DECISIONS,
            decisionsBody(opened),
            "If-Match",
            seen,
            "Idempotency-Key",
            "first" + id);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body().path("revision")).isEqualTo(first.body().path("revision"));
    assertThat(
            send(
                    chair,
                    DECISIONS,
                    decisionsBody("{\"entry\":\"3\",\"decision\":\"deferred\"}"),
                    "If-Match",
                    etag(),
                    "Idempotency-Key",
                    "first" + id)
                .problem())
        .isEqualTo("idempotency-key-reused");
  }

  private void itIsShownToThoseWhoTakePart() {
    nothingSecretIsSeen();

    Answer shown = send(chair, DECISIONS + "/shown", "{\"consultation\":\"" + id + "\"}");

    assertThat(shown.status()).as(shown.body().toString()).isEqualTo(200);
    for (String other : List.of(bureau, product.token("br"))) {
      JsonNode seen = tokens.get(other, decisions()).body();
      assertThat(seen.toString())
          .contains("w-secret amended", "w-secret a", "w-secret floor")
          .doesNotContain("w-secret note");
      assertThat(seen.path("status").path("line").asString())
          .matches("Agreed so far, status of \\d+ \\p{L}+ \\d\\d:\\d\\d, unofficial");
      assertThat(seen.path("status").path("zone").asString()).isEqualTo("Europe/Vienna");
    }
    assertThat(product.get("", decisions()).status()).isEqualTo(404);
  }

  private void aDelegationHasItsPositionRecorded() {
    for (String participant : List.of("g", "zz")) {
      assertThat(send(chair, DECISIONS + "/statements", statement(participant, "x")).status())
          .isEqualTo(422);
    }
    for (String participant : List.of("ps", "at", "br")) {
      Answer recorded =
          send(chair, DECISIONS + "/statements", statement(participant, "said by " + participant));
      assertThat(recorded.status()).as(recorded.body().toString()).isEqualTo(201);
    }
    assertThat(product.post("eg", DECISIONS + "/statements", statement("eg", "x")).status())
        .isEqualTo(403);

    JsonNode first = product.get("eg", decisions() + "&language=ar").body().path("entries").get(0);

    // By class, then alphabetical in Arabic without the article; not by code, nor by time.
    assertThat(names(first.path("statements")))
        .containsExactly("البرازيل", "النمسا", "دولة فلسطين");
    assertThat(product.get("eg", decisions()).body().path("notices").toString())
        .contains("reproduced as made");
  }

  private void everyoneSeesItFromTheFirstEditionOn() {
    assertThat(product.get("", draft()).status()).isEqualTo(404);
    Answer published =
        product.post(
            "secretariat",
            "/api/v1/consultations/" + id + "/publication",
            "{\"edition\":\"first\",\"reason\":\"the meeting begins\"}");
    assertThat(published.status()).as(published.body().toString()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> product.get("", decisions()).status() == 200);
    assertThat(product.get("", decisions()).body().toString()).contains("w-secret amended");
    assertThat(product.get("", ENTRIES + "/" + entry(1)).status()).isEqualTo(200);
    assertThat(product.get("", searched()).body().path("total").asInt()).isEqualTo(4);
  }

  private void aCorrectionIsSeenWhenItIsShown() {
    JsonNode first = tokens.get(chair, ENTRIES + "/" + entry(1)).body();
    int revision = first.path("history").get(0).path("revision").asInt();
    String correction =
        """
        {"consultation":"%s","entry":"1","corrects":%d,"reason":"misheard","instead":
          {"decision":"agreed-as-amended","text":"w-corrected","language":"en"}}\
        """
            .formatted(id, revision);
    assertThat(send(chair, DECISIONS + "/corrections", correction, "If-Match", etag()).status())
        .isEqualTo(201);
    assertThat(product.get("", decisions()).body().toString()).doesNotContain("w-corrected");
    // A paper travels: it holds what is shown, also for who leads, unless what is prepared is asked
    // for.
    assertThat(paper(chair, decisions() + "&format=docx"))
        .contains("w-secret amended", "unofficial")
        .doesNotContain("w-corrected");
    assertThat(paper(chair, decisions() + "&format=docx&prepared=true"))
        .contains("w-corrected", "Not for circulation");
    assertThat(tokens.get(bureau, decisions() + "&format=docx&prepared=true").status())
        .isEqualTo(403);
    JsonNode history = tokens.get(chair, ENTRIES + "/" + entry(1)).body().path("history");
    assertThat(history).hasSize(2);
    assertThat(history.get(0).path("correction").asString()).isEqualTo("misheard");

    send(chair, DECISIONS + "/shown", "{\"consultation\":\"" + id + "\",\"entries\":[\"1\"]}");

    assertThat(product.get("", decisions()).body().toString())
        .contains("w-corrected")
        .doesNotContain("w-secret amended");
  }

  private void whatWasNotedOfflineIsTakenOnce() {
    Instant at = Instant.now().minusSeconds(1);
    String file =
        """
        {"entry":"3","decision":"agreed","decidedAt":"%s"}
        {"entry":"3","decision":"merged","into":"2","decidedAt":"%s"}
        not json
        {"entry":"5","decision":"agreed-ad-referendum","decidedAt":"%s"}
        """
            .formatted(at, at, at);
    String before = etag();
    Answer looked = offline("application/x-ndjson", file, false);
    assertThat(fates(looked)).containsExactly("new", "faulty", "faulty", "new");
    assertThat(looked.body().toString()).contains("entry 3 > entry 2 > entry 3");
    assertThat(etag()).isEqualTo(before);

    assertThat(fates(offline("application/x-ndjson", file, true)))
        .containsExactly("taken", "faulty", "faulty", "taken");
    String after = etag();
    assertThat(fates(offline("application/x-ndjson", file, true)))
        .containsExactly("unchanged", "faulty", "faulty", "unchanged");
    assertThat(etag()).isEqualTo(after);
    assertThat(
            fates(
                offline(
                    "text/csv",
                    "entry,decision,text,language,decidedAt\n6,deferred,,,%s\n7,opened,,,tomorrow\n"
                        .formatted(at),
                    true)))
        .containsExactly("taken", "faulty");
    assertThat(offline("text/plain", file, false).status()).isEqualTo(415);
  }

  private void nothingIsAdoptedBeforeEverythingIsDecided() {
    Answer refused = send(chair, adopted, "{\"language\":\"en\"}", "If-Match", etag());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().toString())
        .contains(
            "entry 5 is agreed-ad-referendum", "entry 7 is new-from-the-floor", "not been shown");
    for (String caller :
        List.of(chair, bureau, product.token("eg"), product.token("secretariat"))) {
      assertThat(tokens.get(caller, adopted).status()).isEqualTo(404);
    }
    assertThat(product.get("", adopted).body())
        .isEqualTo(product.get("", "/api/v1/adopted/no").body());

    Answer decided =
        decide(
            product.token("secretariat"),
            etag(),
            "{\"entry\":\"5\",\"decision\":\"agreed\"}",
            "{\"entry\":\"7\",\"decision\":\"not-agreed\"}");
    assertThat(decided.status()).as(decided.body().toString()).isEqualTo(201);
    send(chair, DECISIONS + "/shown", "{\"consultation\":\"" + id + "\"}");
  }

  private void theListIsAdoptedNumberedAnewWithoutAttribution() {
    assertThat(send(rapporteur, adopted, "{\"language\":\"en\"}", "If-Match", etag()).status())
        .isEqualTo(403);

    Answer done = send(chair, adopted, "{\"language\":\"en\"}", "If-Match", etag());

    assertThat(done.status()).as(done.body().toString()).isEqualTo(201);
    JsonNode list = product.get("", adopted).body();
    assertThat(list.path("language").asString()).isEqualTo("en");
    assertThat(list.path("items"))
        .extracting(
            item -> item.path("number").asInt() + " " + item.path("texts").path("en").asString())
        .containsExactly("1 w-corrected", "2 w-draft three", "3 w-secret a");
    assertThat(list.toString()).doesNotContain("entry-", "said by", "Brazil");
    assertThat(list.path("sections").toString()).contains("without endorsement");
    assertThat(decide(chair, etag(), "{\"entry\":\"7\",\"decision\":\"reopened\"}").problem())
        .isEqualTo("list-adopted");
    assertThat(send(chair, DECISIONS + "/statements", statement("eg", "after")).status())
        .isEqualTo(201);
    assertThat(paper("", adopted + "?format=docx&language=fr"))
        .contains("w-draft three", "Langue d’adoption : anglais")
        .doesNotContain("Brésil", "said by");
    for (String format : List.of("pdf", "xlsx", "csv", "akn")) {
      assertThat(paper("", adopted + "?format=" + format)).isNotEmpty();
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> product.get("br", "/api/v1/feed?limit=1000").body().toString().contains(adopted));
    assertThat(paper("", "/api/v1/compilations/" + id + "/feed.atom"))
        .contains(adopted, draft())
        .doesNotContain("w-draft", "Comments by Friday");
  }

  private void itsLineageIsForSecretariatAndChair() {
    String lineage = adopted + "/lineage";
    JsonNode seen = tokens.get(chair, lineage).body();
    assertThat(seen.path("comments").asString()).isEqualTo("published");
    JsonNode first = seen.path("items").get(0).path("entries").get(0);
    assertThat(first.path("sources").get(0).path("comments").asInt()).isEqualTo(1);
    assertThat(first.path("decisions")).hasSize(2);
    assertThat(seen.path("items").get(1).path("entries"))
        .extracting(entry -> entry.path("number").asInt())
        .containsExactly(3, 2);
    assertThat(seen.path("items").get(2).path("entries"))
        .extracting(entry -> entry.path("number").asInt())
        .containsExactly(5, 4);
    assertThat(product.get("secretariat", lineage).body().path("comments").asString())
        .isEqualTo("secretariat");
    for (String other : List.of(rapporteur, bureau, product.token("eg"))) {
      assertThat(tokens.get(other, lineage).status()).isEqualTo(403);
    }
    assertThat(product.get("", lineage).status()).isEqualTo(401);
    assertThat(paper(chair, lineage + "?format=docx")).contains("Internal annex", "w-draft three");
    assertThat(tokens.get(rapporteur, lineage + "?format=docx").status()).isEqualTo(403);
  }

  private void otherLanguagesFollow() {
    String french = adopted + "/languages/fr";
    assertThat(put(chair, french, "{\"texts\":[\"un\"]}", etag()).status()).isEqualTo(422);
    assertThat(
            put(chair, french.replace("/fr", "/en"), "{\"texts\":[\"a\",\"b\",\"c\"]}", etag())
                .status())
        .isEqualTo(422);
    assertThat(put(chair, french, "{\"texts\":[\"un\",\"deux\",\"trois\"]}", etag()).status())
        .isEqualTo(200);
    JsonNode list = product.get("", adopted).body();
    assertThat(list.path("languages").toString()).isEqualTo("[\"en\",\"fr\"]");
    assertThat(list.path("items").get(2).path("texts").path("fr").asString()).isEqualTo("trois");
  }

  private void theListIsCorrectedAndSaysSo() {
    String body =
        "{\"reason\":\"misprint\",\"texts\":[{\"number\":3,\"language\":\"fr\",\"text\":\"3.\"}]}";
    String corrections = adopted + "/corrections";
    assertThat(send(rapporteur, corrections, body, "If-Match", etag()).status()).isEqualTo(403);
    assertThat(
            send(chair, corrections, body.replace("\"fr\"", "\"es\""), "If-Match", etag()).status())
        .isEqualTo(422);

    Answer done = send(chair, corrections, body, "If-Match", etag());

    assertThat(done.status()).as(done.body().toString()).isEqualTo(201);
    JsonNode list = product.get("", adopted).body();
    assertThat(list.path("items").get(2).path("texts").path("fr").asString()).isEqualTo("3.");
    JsonNode correction = list.path("corrections").get(0);
    assertThat(correction.path("correction").asString()).isEqualTo("Corr.1");
    assertThat(correction.path("changes").get(0).path("before").asString()).isEqualTo("trois");
  }

  @Test
  void takesCommentsOnTheDraftAndHoldsBackWhatComesInWhileTheChairDecides() {
    opens();
    Answer proposed =
        send(
            rapporteur,
            ENTRIES,
            entries(
                entry("That windows be opened", item("one", "a")),
                entry("That they be cleaned", item("one", "b"))));
    assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(201);
    Answer early = onEntry("eg", "1", "w-early");
    assertThat(early.problem()).isEqualTo("unknown-reference");
    assertThat(early.body().toString().replace("entry: 1 ", "entry: 77 "))
        .as("what is only prepared, and what is not there")
        .isEqualTo(onEntry("eg", "77", "w-early").body().toString());

    twoDelegationsCommentOnWhatWasCirculated();
    theyAreSealedAsAllCommentsAre();
    theCompilationAndItsPapersHaveThemInAPartOfTheirOwn();
    whatComesInWhileAnEntryIsUnderDecisionIsHeldBack();
    whatComesAfterTheDecisionWaits();
    anotherCirculationSaysUntilWhen();
  }

  private void twoDelegationsCommentOnWhatWasCirculated() {
    assertThat(circulate("").status()).isEqualTo(200);

    Answer first = onEntry("eg", "entry 1", "w-nile");
    Answer second = onEntry("br", entry(1), "w-amazon");

    for (Answer comment : List.of(first, second)) {
      assertThat(comment.status()).as(comment.body().toString()).isEqualTo(201);
      assertThat(comment.body().path("entry").asString()).isEqualTo(entry(1));
      assertThat(comment.body().path("draftVersion").asInt()).isEqualTo(1);
      assertThat(comment.body().path("late").asBoolean()).isFalse();
      assertThat(comment.body().path("receipt").path("items").toString()).contains(entry(1));
      assertThat(comment.body().path("difference").toString()).contains("closed");
    }
    assertThat(
            fields(
                product.post(
                    "eg",
                    "/api/v1/comments",
                    """
                    {"consultation":"%s","entry":"1","recommendation":"1(a)","kind":"editorial",
                     "language":"en","text":"x"}\
                    """
                        .formatted(id))))
        .contains("entry");
    Answer moved =
        product.put(
            "eg",
            first.header("Location"),
            "{\"entry\":\"2\",\"kind\":\"editorial\",\"language\":\"en\",\"text\":\"x\"}",
            "If-Match",
            "\"1\"");
    assertThat(fields(moved)).contains("entry");
  }

  private void theyAreSealedAsAllCommentsAre() {
    awaitReceived(2);
    JsonNode all = product.get("secretariat", one()).body().path("comments");
    assertThat(all.path("visibility").asString()).isEqualTo("secretariat");
    assertThat(all.path("onEntry").asInt()).isEqualTo(2);
    assertThat(all.path("onItems").asInt()).isEqualTo(1);
    assertThat(texts(all.path("list"), "text")).containsExactly("w-amazon", "w-nile", "a comment");
    for (String path : List.of(draft(), one())) {
      assertThat(product.get("eg", path).body().toString()).doesNotContain("w-amazon");
      assertThat(product.get("cl", path).body().toString()).doesNotContain("w-amazon", "w-nile");
      assertThat(tokens.get(chair, path).body().toString()).doesNotContain("\"comments\"", "w-");
    }
    JsonNode own = product.get("eg", draft()).body().path("entries").get(0).path("comments");
    assertThat(own.path("onEntry").asInt()).isEqualTo(1);
    assertThat(own.has("list")).isFalse();
    assertThat(product.get("cl", one()).body().path("comments").path("onEntry").asInt()).isZero();
    assertThat(product.get("", one()).status()).isEqualTo(404);
  }

  private void theCompilationAndItsPapersHaveThemInAPartOfTheirOwn() {
    String compilation = "/api/v1/compilations/" + id;
    JsonNode whole = product.get("secretariat", compilation).body();
    assertThat(whole.path("general")).isEmpty();
    assertThat(whole.path("entries")).hasSize(1);
    JsonNode first = whole.path("entries").get(0);
    assertThat(first.path("texts").path("en").asString()).isEqualTo("That windows be opened");
    assertThat(texts(first.path("comments"), "text")).containsExactly("w-amazon", "w-nile");
    JsonNode alone = product.get("secretariat", compilation + "?entry=1").body();
    assertThat(alone.path("sections")).isEmpty();
    assertThat(alone.path("entries")).isEqualTo(whole.path("entries"));
    assertThat(product.get("cl", compilation).body().has("entries")).isFalse();
    assertThat(product.get("", compilation + "?entry=1").body().toString()).doesNotContain("w-");
    String table = table(compilation + "?format=csv&language=en");
    assertThat(table)
        .contains("Comments on the consolidated draft", "Entry 1", "That windows be opened")
        .contains("w-amazon", "w-nile");
  }

  private void whatComesInWhileAnEntryIsUnderDecisionIsHeldBack() {
    decide(chair, etag(), "{\"entry\":\"1\",\"decision\":\"opened\"}");

    Answer during = onEntry("cl", "1", "w-andes");

    assertThat(during.status()).isEqualTo(201);
    assertThat(during.body().path("late").asBoolean()).isFalse();
    awaitReceived(3);
    Answer seen = product.get("secretariat", one());
    JsonNode held = seen.body().path("comments").path("heldBack");
    assertThat(held).hasSize(1);
    assertThat(held.get(0).path("heldBack").asBoolean()).isTrue();
    assertThat(held.get(0).path("participant").asString()).isEqualTo("cl");
    assertThat(held.get(0).path("receivedAt").asString())
        .isEqualTo(during.body().path("receivedAt").asString());
    assertThat(seen.body().path("comments").path("onEntry").asInt()).isEqualTo(2);
    assertThat(seen.body().toString()).doesNotContain("w-andes");
    JsonNode own = product.get("cl", one()).body().path("comments");
    assertThat(own.path("heldBack")).as("the chair opened it in private").isEmpty();
    assertThat(own.path("onEntry").asInt()).isEqualTo(1);
    send(chair, DECISIONS + "/shown", "{\"consultation\":\"" + id + "\"}");
    assertThat(product.get("cl", one()).body().path("comments").path("heldBack")).hasSize(1);

    decide(chair, etag(), "{\"entry\":\"1\",\"decision\":\"agreed\"}");

    JsonNode after = product.get("secretariat", one()).body().path("comments");
    assertThat(after.path("heldBack")).isEmpty();
    assertThat(after.path("list").toString()).contains("w-andes", "w-nile", "w-amazon");
  }

  private void whatComesAfterTheDecisionWaits() {
    assertThat(onEntry("br", "1", "w-unseen").body().path("late").asBoolean())
        .as("nobody sees yet that it is agreed")
        .isFalse();
    send(chair, DECISIONS + "/shown", "{\"consultation\":\"" + id + "\"}");

    Answer late = onEntry("eg", "1", "w-late");

    assertThat(late.status()).isEqualTo(201);
    assertThat(late.body().path("late").asBoolean()).isTrue();
    awaitReceived(4);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                !product
                    .get("secretariat", "/api/v1/compilations/" + id)
                    .body()
                    .path("late")
                    .isEmpty());
    JsonNode compiled = product.get("secretariat", "/api/v1/compilations/" + id).body();
    assertThat(texts(compiled.path("late"), "text")).containsExactly("w-late");
    assertThat(compiled.path("entries").toString()).doesNotContain("w-late").contains("w-unseen");
    assertThat(onEntry("eg", "2", "w-two").body().path("late").asBoolean()).isFalse();
  }

  private void anotherCirculationSaysUntilWhen() {
    assertThat(fields(circulate(",\"commentsUntil\":\"2021-01-01T00:00:00Z\"")))
        .contains("commentsUntil");
    Instant until = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
    assertThat(circulate(",\"commentsUntil\":\"" + until + "\"").status()).isEqualTo(200);

    JsonNode seen = product.get("eg", draft()).body();

    assertThat(seen.path("version").asInt()).isEqualTo(2);
    assertThat(seen.path("commentsUntil").asString()).isEqualTo(until.toString());
    assertThat(onEntry("eg", "2", "w-next").body().path("draftVersion").asInt()).isEqualTo(2);
    Answer third = onEntry("eg", "2", "w-x\",\"draftVersion\":3,\"rationale\":\"r");
    assertThat(third.problem()).isEqualTo("unknown-reference");
    Answer first = onEntry("eg", "2", "w-x\",\"draftVersion\":1,\"rationale\":\"r");
    assertThat(first.body().path("draftVersion").asInt()).isEqualTo(1);
  }

  private String table(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(product.uri(path))
            .header("Authorization", "Bearer " + product.token("secretariat"))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Answer onEntry(String delegation, String entry, String text) {
    return product.post(
        delegation,
        "/api/v1/comments",
        """
        {"consultation":"%s","entry":"%s","kind":"substantive","language":"en","text":"%s",
         "proposedText":"That windows be closed","proposedTextLanguage":"en"}\
        """
            .formatted(id, entry, text));
  }

  /** Waits until the secretariat sees so many comments on the first entry. */
  private void awaitReceived(int comments) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              JsonNode on = product.get("secretariat", one()).body().path("comments");
              return on.path("onEntry").asInt() + on.path("heldBack").size() == comments;
            });
  }

  private Answer circulate(String more) {
    return send(
        rapporteur,
        ENTRIES + "/circulation",
        "{\"consultation\":\"" + id + "\"" + more + "}",
        "If-Match",
        etag());
  }

  private String one() {
    return ENTRIES + "/" + entry(1);
  }

  private void nothingSecretIsSeen() {
    for (String other : others()) {
      for (String path :
          List.of(
              draft(),
              decisions(),
              adopted,
              ENTRIES + "/" + entry(1),
              ENTRIES + "/" + entry(5),
              ENTRIES + "/" + entry(7))) {
        assertThat(tokensOrPublic(other, path).body().toString()).doesNotContain("w-secret");
      }
      assertThat(paper(other, decisions() + "&format=docx")).doesNotContain("w-secret");
    }
  }

  /** What is on a paper, unpacked where it is packed; nothing where there is none. */
  private String paper(String token, String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(product.uri(path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() == 404) {
        return "";
      }
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      byte[] file = answer.body();
      if (file[0] != 'P') {
        return new String(file, StandardCharsets.UTF_8);
      }
      var content = new StringBuilder();
      try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
        while (zip.getNextEntry() != null) {
          content.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      return content.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<String> others() {
    return List.of(bureau, product.token("eg"), product.token("br"), "");
  }

  private Answer tokensOrPublic(String token, String path) {
    return token.isEmpty() ? product.get("", path) : tokens.get(token, path);
  }

  private String searched() {
    return "/api/v1/search?consultation=" + id + "&q=draft";
  }

  private String draft() {
    return ENTRIES + "?consultation=" + id;
  }

  private String decisions() {
    return DECISIONS + "?consultation=" + id;
  }

  private String entry(int number) {
    return id + ".entry-" + number;
  }

  private String item(String document, String label) {
    return id + "-" + document + ".1." + label;
  }

  private String etag() {
    return tokens.get(chair, draft()).header("ETag");
  }

  private static String entry(String text, String... sources) {
    return "{\"text\":\"%s\",\"language\":\"en\",\"sources\":[\"%s\"]}"
        .formatted(text, String.join("\",\"", sources));
  }

  private String entries(String... entries) {
    return "{\"consultation\":\"%s\",\"entries\":[%s]}".formatted(id, String.join(",", entries));
  }

  private String decisionsBody(String... decisions) {
    return "{\"consultation\":\"%s\",\"decisions\":[%s]}"
        .formatted(id, String.join(",", decisions));
  }

  private String statement(String participant, String text) {
    return """
    {"consultation":"%s","entry":"1","participant":"%s","kind":"explanation-of-position",
     "text":"%s","language":"en","shown":true}\
    """
        .formatted(id, participant, text);
  }

  private Answer decide(String token, String etag, String... decisions) {
    return etag.isEmpty()
        ? send(token, DECISIONS, decisionsBody(decisions))
        : send(token, DECISIONS, decisionsBody(decisions), "If-Match", etag);
  }

  private Answer send(String token, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(product.uri(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return product.send(request);
  }

  private Answer put(String token, String path, String body, String etag) {
    return product.send(
        HttpRequest.newBuilder(product.uri(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("If-Match", etag)
            .PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  private Answer offline(String type, String file, boolean confirm) {
    return product.send(
        HttpRequest.newBuilder(
                product.uri(DECISIONS + "/imports?consultation=" + id + "&confirm=" + confirm))
            .header("Authorization", "Bearer " + chair)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(file)));
  }

  private static List<String> fates(Answer answer) {
    return texts(answer.body().path("lines"), "fate");
  }

  private static List<String> fields(Answer answer) {
    return texts(answer.body().path("errors"), "field");
  }

  private static List<String> names(JsonNode statements) {
    return texts(statements, "name");
  }

  private static List<String> texts(JsonNode list, String field) {
    return new ArrayList<>(
        StreamSupport.stream(list.spliterator(), false)
            .map(each -> each.path(field).asString())
            .toList());
  }
}
