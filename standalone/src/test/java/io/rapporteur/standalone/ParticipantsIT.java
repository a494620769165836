package io.rapporteur.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.standalone.Product.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
             "names":{"en":{"short":"the Republic of Turkey"},"fr":{"short":"Égypte"}}}""",
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
        {"class":"intergovernmental-organization","admittedAs":"an observer","names":{%s}%s}"""
        .formatted(names, more);
  }
}
