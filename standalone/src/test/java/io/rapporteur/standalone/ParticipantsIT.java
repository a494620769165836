package io.rapporteur.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.standalone.Product.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The secretariat records participants, and a start with seeds leaves them as they are. */
class ParticipantsIT {

  private static final String DOOR = "/api/v1/participants/";

  private final Product product = RunningProduct.get();

  @Test
  void aNewParticipantIsRecordedOnceAndCanHaveAccounts() {
    Answer made =
        product.put(
            "secretariat", DOOR + "new-body", card("New Body", ""), "Idempotency-Key", "nb-1");
    Answer again =
        product.put(
            "secretariat", DOOR + "new-body", card("New Body", ""), "Idempotency-Key", "nb-1");
    Answer other =
        product.put(
            "secretariat", DOOR + "new-body", card("Other Body", ""), "Idempotency-Key", "nb-1");
    Answer account =
        product.post(
            "secretariat",
            "/api/v1/accounts",
            "{\"participant\":\"new-body\",\"name\":\"desk\",\"reference\":\"x\"}");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("ETag")).isEqualTo("\"1\"");
    assertThat(made.body().path("names").path("ar").path("formal").asString())
        .isEqualTo("New Body ar");
    assertThat(again.status()).isEqualTo(201);
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(account.status()).isEqualTo(201);
  }

  @Test
  void aCardIsChangedByWhoHasSeenIt() {
    product.put("secretariat", DOOR + "seen-body", card("Seen Body", ""));

    Answer unseen = product.put("secretariat", DOOR + "seen-body", card("Changed Body", ""));
    Answer stale =
        product.put(
            "secretariat", DOOR + "seen-body", card("Changed Body", ""), "If-Match", "\"2\"");
    Answer changed =
        product.put(
            "secretariat", DOOR + "seen-body", card("Changed Body", ""), "If-Match", "\"1\"");

    assertThat(unseen.problem()).isEqualTo("revision-required");
    assertThat(stale.problem()).isEqualTo("revision-conflict");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(product.get("", DOOR + "seen-body").header("ETag")).isEqualTo("\"2\"");
  }

  @Test
  void allFaultsAreToldAtOnce() {
    Answer answer =
        product.put(
            "secretariat",
            DOOR + "tr",
            """
            {"class":"state","regionalGroup":"nordic","validFrom":"yesterday","more":1,
             "names":{"en":{"short":"the Republic of Turkey"},"fr":{"short":"Égypte"}}}\
            """,
            "If-Match",
            "\"1\"");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("errors"))
        .extracting(error -> error.path("field").asString())
        .contains(
            "class",
            "regionalGroup",
            "validFrom",
            "admittedAs",
            "more",
            "names.ar",
            "names.zh",
            "names.en.short",
            "names.fr.short");
  }

  @Test
  void theCodeOfAGroupIsNotThatOfAParticipant() {
    Answer answer = product.put("secretariat", DOOR + "g77", card("Another Body", ""));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("errors").get(0).path("field").asString()).isEqualTo("code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "es", "fr", "ru", "zh"})
  void allStandInTheHouseOrderOfALanguage(String language) throws Exception {
    Answer all = product.get("", "/api/v1/participants?language=" + language);

    assertThat(all.body().path("participants"))
        .extracting(
            each ->
                each.path("code").asString()
                    + "\t"
                    + each.path("names").path(language).path("short").asString())
        .containsSubsequence(
            Files.readAllLines(Path.of("../seeds/printed-order." + language + ".tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList());
    assertThat(product.get("", "/api/v1/participants?language=de").status()).isEqualTo(422);
  }

  @Test
  void noDoorTakesATerritoryForAParticipant() {
    String named = card("Taiwan", "").replace("\"Taiwan en\"", "\"Taiwan\"");
    Answer byCode = product.put("secretariat", DOOR + "tw", card("Some Body", ""));
    Answer byName = product.put("secretariat", DOOR + "some-body", named);
    Answer account =
        product.post(
            "secretariat",
            "/api/v1/accounts",
            "{\"participant\":\"tw\",\"name\":\"desk\",\"reference\":\"x\"}");
    Answer joined =
        product.post(
            "eg",
            "/api/v1/comments",
            """
            {"consultation":"%s","recommendation":"13(jj)","kind":"substantive","text":"t",
             "language":"en","coSponsors":["tw","hk","xk"]}\
            """
                .formatted(Product.CONSULTATION));

    assertThat(byCode.status()).isEqualTo(422);
    assertThat(byCode.body().path("errors").get(0).path("field").asString()).isEqualTo("code");
    assertThat(byName.status()).isEqualTo(422);
    assertThat(byName.body().path("errors").get(0).path("field").asString())
        .isEqualTo("names.en.short");
    assertThat(account.status()).isEqualTo(422);
    assertThat(joined.status()).isEqualTo(422);
    assertThat(joined.body().path("errors"))
        .extracting(error -> error.path("field").asString())
        .containsExactly("coSponsors[0]", "coSponsors[1]", "coSponsors[2]");
    assertThat(product.get("", DOOR + "tw").status()).isEqualTo(404);
  }

  @Test
  void aStartWithSeedsDoesNotUndoWhatTheSecretariatRecorded(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("data");
    try (Product first = Product.start(data)) {
      Answer seeded = first.get("", DOOR + "coe");
      String changed =
          card("Council of Europe", ",\"validFrom\":\"2026-01-01\"")
              .replace("an observer", "Observer by decision 1/1");
      assertThat(
              first
                  .put("secretariat", DOOR + "coe", changed, "If-Match", seeded.header("ETag"))
                  .status())
          .isEqualTo(200);
    }

    try (Product second = Product.start(data)) {
      assertThat(second.get("", DOOR + "coe").body().path("admittedAs").asString())
          .isEqualTo("Observer by decision 1/1");
    }
    assertThat(Files.exists(data)).isTrue();
  }

  private static String card(String name, String more) {
    var names = new StringBuilder();
    for (String language : new String[] {"ar", "en", "es", "fr", "ru", "zh"}) {
      names
          .append(names.isEmpty() ? "" : ",")
          .append("\"%s\":{\"short\":\"%s %s\"}".formatted(language, name, language));
    }
    return """
    {"class":"intergovernmental-organization","admittedAs":"an observer","names":{%s}%s}\
    """
        .formatted(names, more);
  }
}
