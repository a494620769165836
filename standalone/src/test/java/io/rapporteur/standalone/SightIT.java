package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.CONSULTATION;
import static io.rapporteur.standalone.Product.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.standalone.Product.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Chair, rapporteur and bureau see sealed comments if the secretariat grants it, and each look is
 * known.
 */
class SightIT {

  private static final String SIGHT = "/api/v1/consultations/" + CONSULTATION + "/sight";
  private static final String COMPILATION = "/api/v1/compilations/" + CONSULTATION;

  private final Product product = RunningProduct.get();
  private final SignedTokens tokens = new SignedTokens(product);

  @AfterEach
  void endAll() {
    List.of("chair", "rapporteur", "bureau")
        .forEach(role -> product.delete("secretariat", SIGHT + "/" + role + "?reason=test"));
    await().until(() -> visibility(tokens.of("the-chair", "chair")).equals("sealed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"chair", "rapporteur", "bureau"})
  void isThatOfThePublicUntilTheSecretariatGrantsMoreAndAgainWhenItEndsIt(String role)
      throws IOException {
    String word = "sealed" + UUID.randomUUID().toString().substring(0, 8);
    product.post("eg", "/api/v1/comments", comment("13.e", word));
    String token = tokens.of("the-" + role, role);
    assertThat(tokens.get(token, COMPILATION).body())
        .isEqualTo(product.get("", COMPILATION).body());
    assertThat(tokens.get(token, COMPILATION + "/tallies").status()).isEqualTo(403);
    assertThat(tokens.get(token, SIGHT).status()).isEqualTo(403);

    Answer granted = product.post("secretariat", SIGHT, grant(role, ""));

    assertThat(granted.status()).isEqualTo(200);
    assertThat(granted.body().path("sight").get(0).path("role").asString()).isEqualTo(role);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> tokens.get(token, COMPILATION).body().toString().contains(word));
    assertThat(visibility(token)).isEqualTo("granted");
    assertThat(tokens.get(token, COMPILATION + "/tallies").status()).isEqualTo(200);
    assertThat(visibility(tokens.of("another", role.equals("chair") ? "bureau" : "chair")))
        .isEqualTo("sealed");
    for (String what : List.of("compilation", "tallies")) {
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () ->
                  assertThat(Files.readString(product.data().resolve("logs/rapporteur.log")))
                      .containsPattern(
                          "account=the-%1$s role=%1$s of=[^ ]*%2$s/%3$s[^ ]* note=look"
                              .formatted(role, CONSULTATION, what))
                      .doesNotContain(word));
      await()
          .atMost(Duration.ofSeconds(10))
          .until(
              () ->
                  product
                      .get("secretariat", "/api/v1/acts?account=the-" + role)
                      .body()
                      .toString()
                      .contains(CONSULTATION + "/" + what));
    }

    Answer ended = product.delete("secretariat", SIGHT + "/" + role + "?reason=over");

    assertThat(ended.status()).isEqualTo(200);
    assertThat(ended.body().path("sight")).isEmpty();
    await().atMost(Duration.ofSeconds(10)).until(() -> visibility(token).equals("sealed"));
    assertThat(tokens.get(token, COMPILATION + "/tallies").status()).isEqualTo(403);
    assertThat(product.delete("secretariat", SIGHT + "/" + role + "?reason=over").status())
        .isEqualTo(404);
  }

  @Test
  void endsByItselfAtTheTimeThatWasSet() {
    String token = tokens.of("the-chair", "chair");
    Instant until = Instant.now().plusSeconds(3);

    product.post("secretariat", SIGHT, grant("chair", "\"until\":\"%s\",".formatted(until)));

    await().atMost(Duration.ofSeconds(10)).until(() -> Instant.now().isAfter(until.plusMillis(1)));
    assertThat(visibility(token)).isEqualTo("sealed");
    assertThat(product.get("secretariat", SIGHT).body().path("sight")).isEmpty();
  }

  @Test
  void isGrantedOnceHoweverOftenItIsAskedWithOneKey() {
    String key = UUID.randomUUID().toString();

    Answer first = product.post("secretariat", SIGHT, grant("bureau", ""), "Idempotency-Key", key);
    Answer again = product.post("secretariat", SIGHT, grant("bureau", ""), "Idempotency-Key", key);
    Answer other = product.post("secretariat", SIGHT, grant("chair", ""), "Idempotency-Key", key);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"role\":\"delegation\",\"reason\":\"x\"} | role: delegation (expected: one of bureau, chair, rapporteur)",
        "{\"role\":\"chair\"} | reason: missing",
        "{\"role\":\"chair\",\"reason\":\"x\",\"until\":\"2001-01-01T00:00:00Z\"} | until: 2001-01-01T00:00:00Z (expected: later than"
      })
  void isNotGrantedToOthersNorWithoutAReasonNorForThePast(String body, String fault) {
    Answer answer = product.post("secretariat", SIGHT, body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("errors").get(0).path("message").asString()).startsWith(fault);
  }

  @Test
  void isNotEndedWithoutAReason() {
    assertThat(product.delete("secretariat", SIGHT + "/chair").problem())
        .isEqualTo("invalid-request");
  }

  private String visibility(String token) {
    return tokens.get(token, COMPILATION).body().path("visibility").asString();
  }

  private static String grant(String role, String more) {
    return "{\"role\":\"%s\",%s\"reason\":\"decision of the Bureau\"}".formatted(role, more);
  }
}
