package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.CONSULTATION;
import static io.rapporteur.standalone.Product.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.standalone.Product.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The compilation as of a moment, the difference between two, and its pages. */
class AsOfIT {

  private static final String COMPILATION = "/api/v1/compilations/" + CONSULTATION;

  private final Product product = RunningProduct.get();
  private final SignedTokens tokens = new SignedTokens(product);
  private final String word = "word" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aCutIsTheSameCompilationEverAfter() {
    hand("eg", "13.g", "first " + word);
    JsonNode then = compilation("");
    String cut = then.path("asOf").path("cut").asString();
    hand("br", "13.h", "second " + word);

    JsonNode again = compilation("?asOf=" + cut);

    assertThat(again.path("digest")).isEqualTo(then.path("digest"));
    assertThat(again.path("asOf").path("cut").asString()).isEqualTo(cut);
    assertThat(again.toString()).contains("first " + word).doesNotContain("second " + word);
    assertThat(compilation("").toString()).contains("first " + word, "second " + word);
  }

  @Test
  void aTimeIsACutAndProvisionalWhileCommentsOfThenMayStillBeOnTheirWay() {
    Answer made = hand("eg", "13.g", word);
    Instant received = Instant.parse(made.body().path("receivedAt").asString());

    JsonNode before = compilation("?asOf=" + received.minusMillis(1));
    JsonNode after = compilation("?asOf=" + received.plusMillis(1));

    assertThat(before.toString()).doesNotContain(word);
    assertThat(after.toString()).contains(word);
    assertThat(after.path("asOf").path("provisional").asBoolean()).isTrue();
    assertThat(compilation("?asOf=" + after.path("asOf").path("cut").asString()).path("digest"))
        .isEqualTo(after.path("digest"));
    JsonNode longAgo = compilation("?asOf=2020-01-01T00:00:00Z");
    assertThat(longAgo.findValues("text")).isEmpty();
    assertThat(longAgo.path("asOf").path("provisional").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2999-01-01T00:00:00Z",
    "yesterday",
    "cut:1",
    "cut:9999999.0.0.0.0.0.0.0.0.0.0.0",
    "edition:none",
  })
  void whatIsNoMomentIsAFault(String moment) {
    Answer answer = product.get("secretariat", COMPILATION + "?asOf=" + moment);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("errors").get(0).path("field").asString()).isEqualTo("asOf");
  }

  @Test
  void onlyThoseWhoSeeAllAskForAMomentOfTheLog() {
    String cut = compilation("").path("asOf").path("cut").asString();
    for (String moment : List.of(cut, Instant.now().minusSeconds(90).toString())) {
      assertThat(product.get("eg", COMPILATION + "?asOf=" + moment).status()).isEqualTo(403);
      assertThat(product.get("", COMPILATION + "?asOf=" + moment).status()).isEqualTo(403);
      assertThat(product.get("", COMPILATION + "/changes?from=" + moment).status()).isEqualTo(403);
      assertThat(
              tokens.get(tokens.of("the-chair", "chair"), COMPILATION + "?asOf=" + moment).status())
          .isEqualTo(403);
    }
    assertThat(product.get("eg", COMPILATION).body().path("asOf").isMissingNode()).isTrue();
  }

  @Test
  void theDifferenceOfTwoCutsTellsWhatBecameOfEachCommentInBetween() {
    String stays = id(hand("eg", "13.i", "stays " + word));
    String goes = id(hand("eg", "13.i", "goes " + word));
    String from = compilation("").path("asOf").path("cut").asString();
    product.put(
        "eg",
        "/api/v1/comments/" + stays,
        comment("13.i", "stays better " + word),
        "If-Match",
        "\"1\"");
    product.delete("eg", "/api/v1/comments/" + goes, "If-Match", "\"1\"");
    String comes = id(hand("br", "13.i", "comes " + word));
    String to = compilation("").path("asOf").path("cut").asString();

    JsonNode changes =
        product.get("secretariat", COMPILATION + "/changes?from=" + from + "&to=" + to).body();

    assertThat(kind(changes, stays)).contains("revised");
    assertThat(kind(changes, goes)).contains("gone");
    assertThat(kind(changes, comes)).contains("new");
    assertThat(changes.path("from").path("asOf").path("cut").asString()).isEqualTo(from);
    assertThat(
            product
                .get("secretariat", COMPILATION + "/changes?from=" + from + "&to=" + from)
                .body()
                .path("changes"))
        .isEmpty();
  }

  @Test
  void pagesTogetherAreTheWholeWhileCommentsComeIn() {
    List<String> handed = new ArrayList<>();
    for (int n = 0; n < 7; n++) {
      handed.add(id(hand(n % 2 == 0 ? "eg" : "br", "13." + (char) ('a' + n), n + " " + word)));
    }
    List<String> whole =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> ids(compilation("")), ids -> ids.containsAll(handed));

    List<String> read = new ArrayList<>();
    String next = "";
    int page = 0;
    do {
      JsonNode answer = compilation("?limit=3" + next);
      assertThat(ids(answer)).hasSizeLessThanOrEqualTo(3);
      read.addAll(ids(answer));
      hand("eg", "13.a", "in between " + page++ + " " + word);
      next = answer.has("next") ? "&cursor=" + answer.path("next").asString() : "";
    } while (!next.isEmpty());

    assertThat(read).isEqualTo(whole);
  }

  @Test
  void filtersAreAllMetAndFaultsAllTold() {
    String mine = id(hand("eg", "13.j", word));
    String others = id(hand("br", "13.j", word));

    assertThat(ids(compilation("?participant=eg&regionalGroup=african&original=en")))
        .contains(mine)
        .doesNotContain(others);
    assertThat(ids(compilation("?participant=eg&participantClass=academia"))).isEmpty();
    Answer answer =
        product.get(
            "secretariat", COMPILATION + "?kind=x&original=xx&limit=0&cursor=y&asOf=z&language=xx");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("errors"))
        .extracting(error -> error.path("field").asString())
        .containsExactlyInAnyOrder("kind", "original", "limit", "cursor", "asOf", "language");
  }

  private Answer hand(String client, String item, String text) {
    Answer made = product.post(client, "/api/v1/comments", comment(item, text));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return made;
  }

  private JsonNode compilation(String query) {
    return org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> product.get("secretariat", COMPILATION + query), a -> a.status() != 503)
        .body();
  }

  private static String id(Answer made) {
    return made.body().path("id").asString();
  }

  private static Optional<String> kind(JsonNode changes, String comment) {
    for (JsonNode change : changes.path("changes")) {
      if (change.path("comment").path("id").asString().equals(comment)) {
        return Optional.of(change.path("kind").asString());
      }
    }
    return Optional.empty();
  }

  private static List<String> ids(JsonNode compilation) {
    List<String> ids = new ArrayList<>();
    compilation.path("general").forEach(comment -> ids.add(comment.path("id").asString()));
    for (JsonNode section : compilation.path("sections")) {
      section.path("comments").forEach(comment -> ids.add(comment.path("id").asString()));
      for (JsonNode item : section.path("recommendations")) {
        item.path("comments").forEach(comment -> ids.add(comment.path("id").asString()));
      }
    }
    return ids;
  }
}
