package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.CONSULTATION;
import static io.rapporteur.standalone.Product.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.standalone.Product.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A delegation's own system follows what it may see, over a restart and a view that is rebuilt. */
@OwnProduct
class FeedIT {

  @TempDir Path folder;

  @Test
  void isFollowedWithoutAGapOverARestartAndARebuiltView() throws Exception {
    Path data = folder.resolve("data");
    String egypt;
    List<JsonNode> before;
    String joint;
    try (Product product = Product.start(data)) {
      List<JsonNode> fromTheStart = new ArrayList<>();
      egypt = follow(product, "eg", "", 7, fromTheStart);
      assertThat(kinds(fromTheStart))
          .contains("recommendation-published", "consultation-opened")
          .doesNotContain("comment-submitted");
      assertThat(fromTheStart).hasSize(118);
      assertThat(product.get("eg", href(fromTheStart, "recommendation-published")).status())
          .isEqualTo(200);

      joint =
          product
              .post(
                  "eg",
                  "/api/v1/comments",
                  comment("13.a", "a sealed word").replaceFirst("\\{", "{\"coSponsors\":[\"cl\"],"))
              .header("Location");
      assertThat(product.put("cl", joint + "/cosponsors/cl", "", "If-Match", "\"1\"").status())
          .isEqualTo(200);
      product.post("br", "/api/v1/comments", comment("13.b", "another sealed word"));
      extend(product, "eg");
      await().until(() -> kinds(since(product, "eg", "")).contains("deadline-extended"));

      before = since(product, "eg", egypt);
      assertThat(kinds(before))
          .containsExactlyInAnyOrder("comment-submitted", "co-sponsor-joined", "deadline-extended");
      assertThat(before.toString()).doesNotContain("sealed word").doesNotContain("\"br\"");
      assertThat(href(before, "comment-submitted")).isEqualTo(joint);

      assertThat(kinds(since(product, "cl", "")))
          .contains("co-sponsor-invited", "co-sponsor-joined")
          .doesNotContain("comment-submitted", "deadline-extended");
      assertThat(kinds(since(product, "ng", "")))
          .doesNotContain("comment-submitted", "co-sponsor-invited", "deadline-extended");
      assertThat(product.get("br", "/api/v1/feed?cursor=" + egypt).problem())
          .isEqualTo("malformed-request");
      assertThat(product.get("br", "/api/v1/feed?cursor=" + egypt).body().path("errors"))
          .extracting(error -> error.path("field").asString())
          .containsExactly("cursor");
      assertThat(product.get("eg", "/api/v1/feed?limit=1001").problem())
          .isEqualTo("invalid-request");
      assertThat(product.get("secretariat", "/api/v1/feed").status()).isEqualTo(403);
      product.kill();
    }

    delete(data.resolve("comments/view"));
    try (Product product = Product.start(data)) {
      assertThat(since(product, "eg", egypt)).isEqualTo(before);
      String cursor = follow(product, "eg", egypt, 1, new ArrayList<>());
      Answer empty = product.get("eg", "/api/v1/feed?cursor=" + cursor);
      assertThat(empty.body().path("entries")).isEmpty();
      assertThat(empty.body().path("cursor").asString()).isEqualTo(cursor);
      assertThat(empty.body().path("more").asBoolean()).isFalse();

      assertThat(product.delete("eg", joint, "If-Match", "\"2\"").status()).isEqualTo(200);

      assertThat(kinds(since(product, "eg", cursor))).containsExactly("comment-withdrawn");
      JsonNode last = since(product, "cl", "").getLast();
      assertThat(last.path("kind").asString()).isEqualTo("comment-withdrawn");
      assertThat(last.has("href")).isFalse();
    }
  }

  private static void extend(Product product, String participant) {
    Answer extended =
        product.post(
            "secretariat",
            "/api/v1/consultations/" + CONSULTATION + "/extensions",
            """
            {"participant":"%s","closesAt":"%s","reason":"note of 2 March"}\
            """
                .formatted(participant, Instant.parse("2099-01-01T00:00:00Z")));
    assertThat(extended.status()).isEqualTo(200);
  }

  private static List<JsonNode> since(Product product, String client, String cursor) {
    List<JsonNode> entries = new ArrayList<>();
    follow(product, client, cursor, 1_000, entries);
    return entries;
  }

  /** Reads to the end, and answers the cursor. */
  private static String follow(
      Product product, String client, String cursor, int limit, List<JsonNode> entries) {
    String next = cursor;
    boolean more = true;
    while (more) {
      Answer page =
          product.get(
              client, "/api/v1/feed?limit=" + limit + (next.isEmpty() ? "" : "&cursor=" + next));
      assertThat(page.status()).isEqualTo(200);
      page.body().path("entries").forEach(entries::add);
      next = page.body().path("cursor").asString();
      more = page.body().path("more").asBoolean();
    }
    assertThat(entries).extracting(e -> e.path("id").asString()).doesNotHaveDuplicates();
    return next;
  }

  private static List<String> kinds(List<JsonNode> entries) {
    return entries.stream().map(entry -> entry.path("kind").asString()).toList();
  }

  private static String href(List<JsonNode> entries, String kind) {
    return entries.stream()
        .filter(entry -> entry.path("kind").asString().equals(kind))
        .findFirst()
        .orElseThrow()
        .path("href")
        .asString();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
