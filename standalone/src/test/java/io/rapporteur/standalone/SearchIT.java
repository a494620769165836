package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.CONSULTATION;
import static io.rapporteur.standalone.Product.comment;
import static io.rapporteur.standalone.Product.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.standalone.Product.Answer;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The search, from the side of each who may see something. */
class SearchIT {

  private final Product product = RunningProduct.get();
  private final SignedTokens tokens = new SignedTokens(product);
  private final String word = "zephyr" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void findsASealedCommentForItsDelegationAndTheSecretariatAlone() {
    Answer made = product.post("eg", "/api/v1/comments", comment("13.n", "The " + word + " blows"));
    assertThat(made.status()).isEqualTo(201);
    String id = made.body().path("id").asString();

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> search("secretariat", word).path("total").asInt() == 1);
    JsonNode hit = search("secretariat", word).path("hits").get(0);
    assertThat(hit.path("comment").asString()).isEqualTo(id);
    assertThat(hit.path("participant").asString()).isEqualTo("eg");
    assertThat(hit.path("excerpt").toString()).contains("\"marked\":true");
    assertThat(search("eg", word).path("total").asInt()).isEqualTo(1);
    assertThat(search("br", word)).isEqualTo(search("", word));
    assertThat(search("", word).path("total").asInt()).isZero();
    assertThat(tokens.get(tokens.of("the-chair", "chair"), path(word)).body().path("total").asInt())
        .isZero();
  }

  @Test
  void forgetsWhatWasRevisedOrWithdrawn() {
    Answer made = product.post("eg", "/api/v1/comments", comment("13.n", "first " + word));
    String path = made.header("Location");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> search("eg", word).path("total").asInt() == 1);

    product.put("eg", path, comment("13.n", "then another"), "If-Match", "\"1\"");

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> search("eg", word).path("total").asInt() == 0);
    product.delete("eg", path, "If-Match", "\"2\"");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                StreamSupport.stream(search("eg", "then another").path("hits").spliterator(), false)
                    .noneMatch(hit -> path.endsWith(hit.path("comment").asString("none"))));
  }

  @Test
  void findsTheItemsOfTheReportInItsOwnLanguageForEveryone() {
    JsonNode found = search("", "التعاون الدولي");

    assertThat(found.path("total").asInt()).isPositive();
    assertThat(found.path("hits").get(0).path("part").asString()).isEqualTo("recommendation");
    assertThat(found.path("hits").get(0).path("language").asString()).isEqualTo("ar");
  }

  @Test
  void tellsAllFaultsAtOnce() {
    Answer answer = product.get("", "/api/v1/search?q=&language=xx&limit=0");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("errors"))
        .extracting(error -> error.path("field").asString())
        .containsExactly("consultation", "q", "language", "limit");
  }

  private JsonNode search(String client, String words) {
    Answer answer = product.get(client, path(words));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.body();
  }

  private static String path(String words) {
    return "/api/v1/search?consultation=" + CONSULTATION + "&q=" + encoded(words);
  }
}
