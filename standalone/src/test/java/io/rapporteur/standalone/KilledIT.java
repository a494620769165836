package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.CONSULTATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.schemas.reference.LabelSeries;
import io.rapporteur.standalone.Product.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The promise of a 201: killed under load and started again, every comment that was answered is
 * there, once.
 */
@OwnProduct
class KilledIT {

  private static final int COMMENTS = 4_000;
  private static final int ANSWERED_BEFORE_THE_KILL = 2_000;
  private static final int THREADS = 16;
  private static final String COMPILATION = "/api/v1/compilations/" + CONSULTATION;

  @TempDir Path folder;

  @Test
  void losesNoAnsweredCommentAndTakesNoneTwice() throws Exception {
    Path data = folder.resolve("data");
    Product first = Product.start(data);
    String schemaIds = Files.readString(data.resolve("comments/schema-ids"));
    Map<String, String> answered = new ConcurrentHashMap<>();
    load(first, answered);
    long registry = registryProcess(data);
    first.kill();

    String digest;
    Map<String, String> earlier;
    Product second = Product.start(data);
    try {
      assertThat(answered).hasSizeGreaterThanOrEqualTo(ANSWERED_BEFORE_THE_KILL);
      assertThat(ProcessHandle.of(registry)).isEmpty();
      assertThat(Files.readString(data.resolve("comments/schema-ids"))).isEqualTo(schemaIds);
      awaitFolded(second, answered.keySet());
      Map<String, Integer> counts = counts(second);
      assertThat(counts.keySet()).containsAll(answered.keySet());
      assertThat(counts.values()).allMatch(times -> times == 1);
      answersTheSameToRetries(second, answered);
      counts = counts(second);
      assertThat(counts.values()).allMatch(times -> times == 1);
      digest = compilation(second).path("digest").asString();
      earlier = digestsAsOf(second::get, times(second));
      isTheSameOnASecondReplica(second, folder.resolve("replica"), digest, earlier);
    } finally {
      second.close();
    }
    Path restored = folder.resolve("restored");
    copy(data, restored);
    Product elsewhere = Product.start(restored);
    try {
      assertThat(compilation(elsewhere).path("digest").asString()).isEqualTo(digest);
      assertThat(digestsAsOf(elsewhere::get, earlier.keySet())).isEqualTo(earlier);
    } finally {
      elsewhere.close();
    }

    Product rebuilt = Product.start(data, "--rebuild");
    try {
      awaitFolded(rebuilt, answered.keySet());
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> assertThat(compilation(rebuilt).path("digest").asString()).isEqualTo(digest));
      assertThat(digestsAsOf(rebuilt::get, earlier.keySet())).isEqualTo(earlier);
    } finally {
      rebuilt.close();
    }
  }

  /** It answers alone, from a folder of its own that was empty. */
  private static void isTheSameOnASecondReplica(
      Product product, Path own, String digest, Map<String, String> earlier) throws Exception {
    try (AggregationAlone replica = AggregationAlone.launch(product, own).ready()) {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(
                          replica.get("secretariat", COMPILATION).body().path("digest").asString())
                      .isEqualTo(digest));
      assertThat(digestsAsOf(replica::get, earlier.keySet())).isEqualTo(earlier);
    }
  }

  /** Three moments of the load, each as a time; with them the cut that each of them means. */
  private static List<String> times(Product product) {
    List<String> received =
        compilation(product).findValues("receivedAt").stream()
            .map(JsonNode::asString)
            .sorted()
            .toList();
    return Stream.of(1, 2, 3).map(part -> received.get(received.size() * part / 4)).toList();
  }

  /** Digest and cut as of each of these, by the name that was asked for. */
  private static Map<String, String> digestsAsOf(
      BiFunction<String, String, Answer> asked, Collection<String> moments) {
    Map<String, String> digests = new TreeMap<>();
    for (String moment : moments) {
      JsonNode answer =
          await()
              .atMost(Duration.ofSeconds(30))
              .until(
                  () -> asked.apply("secretariat", COMPILATION + "?asOf=" + moment),
                  found -> found.status() == 200)
              .body();
      digests.put(moment, answer.path("digest").asString() + " " + answer.path("asOf").path("cut"));
    }
    assertThat(Set.copyOf(digests.values())).hasSize(3);
    return digests;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** Hands in from all sides until it is killed; whatever is answered before is a receipt. */
  private static void load(Product product, Map<String, String> answered) throws Exception {
    AtomicInteger next = new AtomicInteger();
    Callable<Void> client =
        () -> {
          for (int n = next.getAndIncrement(); n < COMMENTS; n = next.getAndIncrement()) {
            if (answered.size() >= ANSWERED_BEFORE_THE_KILL + 100) {
              product.process().destroyForcibly();
            }
            try {
              Answer answer = handIn(product, n);
              assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
              answered.put(key(n), answer.body().path("receipt").path("code").asString());
            } catch (UncheckedIOException e) {
              // Killed: the outcome is not known, which is the point.
              return null;
            }
          }
          return null;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Void> each : threads.invokeAll(Collections.nCopies(THREADS, client))) {
        each.get(5, TimeUnit.MINUTES);
      }
    }
  }

  /** Hands one in as a client does that heeds its budget: told to come later, it does. */
  private static Answer handIn(Product product, int n) throws InterruptedException {
    Answer answer = sent(product, n);
    while (answer.status() == 429) {
      Thread.sleep(Duration.ofSeconds(Long.parseLong(answer.header("Retry-After"))));
      answer = sent(product, n);
    }
    return answer;
  }

  private static Answer sent(Product product, int n) {
    String reference = "13." + LabelSeries.at(n % 67 + 1);
    return product.post(
        n % 2 == 0 ? "eg" : "br",
        "/api/v1/comments",
        Product.comment(reference, key(n)),
        "Idempotency-Key",
        key(n));
  }

  private static String key(int n) {
    return "load-" + n;
  }

  private static void answersTheSameToRetries(Product product, Map<String, String> answered)
      throws InterruptedException {
    List<Integer> some = new ArrayList<>();
    for (int n = 0; n < COMMENTS; n += 97) {
      some.add(n);
    }
    for (int n : some) {
      Answer retry = handIn(product, n);
      assertThat(retry.status()).isEqualTo(201);
      String code = answered.get(key(n));
      if (code != null) {
        assertThat(retry.body().path("receipt").path("code").asString()).isEqualTo(code);
      }
    }
  }

  private static void awaitFolded(Product product, Set<String> keys) {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> counts(product).keySet().containsAll(keys));
  }

  private static Map<String, Integer> counts(Product product) {
    Map<String, Integer> counts = new HashMap<>();
    for (JsonNode section : compilation(product).path("sections")) {
      for (JsonNode item : section.path("recommendations")) {
        for (JsonNode comment : item.path("comments")) {
          counts.merge(comment.path("text").asString(), 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  private static JsonNode compilation(Product product) {
    return product.get("secretariat", COMPILATION).body();
  }

  private static long registryProcess(Path data) throws Exception {
    return Long.parseLong(
        Files.readString(data.resolve("registry/process")).strip().split(" ", 2)[0]);
  }
}
