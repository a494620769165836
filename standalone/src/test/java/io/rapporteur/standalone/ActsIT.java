package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.standalone.Product.Answer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The trail of acts, from the side of each who may read it. */
class ActsIT {

  private final Product product = RunningProduct.get();
  private final String word = "word" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void tellsTheSecretariatAndTheDelegationWhoDidWhatAndNothingOfWhatWasSaid() {
    String id =
        product.post("eg", "/api/v1/comments", comment("13.f", word)).body().path("id").asString();

    JsonNode act = awaited("secretariat", "/api/v1/acts?participant=eg", id);
    assertThat(act.path("door").asString()).isEqualTo("POST /api/v1/comments");
    assertThat(act.path("account").asString()).isEqualTo("eg");
    assertThat(act.path("role").asString()).isEqualTo("delegation");
    assertThat(act.path("status").asInt()).isEqualTo(201);
    assertThat(awaited("eg", "/api/v1/acts", id)).isEqualTo(act);
    assertThat(product.get("br", "/api/v1/acts").body().toString()).doesNotContain(id);
    assertThat(product.get("secretariat", "/api/v1/acts?limit=1000").body().toString())
        .doesNotContain(word);
  }

  @Test
  void tellsOfWhatWasRefusedToo() {
    String missing = UUID.randomUUID().toString();
    assertThat(product.delete("eg", "/api/v1/comments/" + missing, "If-Match", "\"1\"").status())
        .isEqualTo(404);

    JsonNode act = awaited("eg", "/api/v1/acts", missing);

    assertThat(act.path("door").asString()).isEqualTo("DELETE /api/v1/comments/{id}");
    assertThat(act.path("status").asInt()).isEqualTo(404);
  }

  @Test
  void keepsADelegationsOwnAffairsFromTheSecretariat() {
    Answer draft = product.post("eg", "/api/v1/drafts", comment("13.f", word));
    assertThat(draft.status()).isEqualTo(201);
    String id = draft.body().path("id").asString();

    awaited("eg", "/api/v1/acts", id);

    assertThat(product.get("secretariat", "/api/v1/acts?limit=1000").body().toString())
        .doesNotContain(id)
        .doesNotContain("/api/v1/drafts");
    assertThat(
            product.get("secretariat", "/api/v1/acts?participant=eg&limit=1000").body().toString())
        .doesNotContain(id);
  }

  @Test
  void readingWhatIsOpenIsNoAct() {
    product.get("eg", "/api/v1/comments?marker=" + word);
    String id =
        product.post("eg", "/api/v1/comments", comment("13.f", word)).body().path("id").asString();
    awaited("eg", "/api/v1/acts", id);

    assertThat(doors("eg")).noneMatch(door -> door.startsWith("GET /api/v1/comments"));
  }

  @Test
  void tellsAllFaultsOfAQuestionAtOnce() {
    Answer answer = product.get("eg", "/api/v1/acts?from=yesterday&until=now&cursor=x&limit=0");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("errors"))
        .extracting(error -> error.path("field").asString())
        .containsExactly("from", "until", "cursor", "limit");
  }

  private List<String> doors(String client) {
    return StreamSupport.stream(
            product.get(client, "/api/v1/acts?limit=1000").body().path("acts").spliterator(), false)
        .map(act -> act.path("door").asString())
        .toList();
  }

  private JsonNode awaited(String client, String path, String thing) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                StreamSupport.stream(
                        product.get(client, path).body().path("acts").spliterator(), false)
                    .filter(act -> act.path("things").toString().contains(thing))
                    .toList(),
            acts -> !acts.isEmpty())
        .getFirst();
  }
}
