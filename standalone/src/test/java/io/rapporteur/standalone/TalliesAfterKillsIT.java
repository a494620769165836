package io.rapporteur.standalone;

import static io.rapporteur.standalone.Product.CONSULTATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.schemas.reference.LabelSeries;
import io.rapporteur.standalone.Product.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Aggregation is killed and started again while comments come in, revised and taken back, as often
 * as {@code -Drapporteur.kills=50} says; each time its tallies are those of a recount from the log.
 */
@OwnProduct
class TalliesAfterKillsIT {

  private static final int KILLS = Integer.getInteger("rapporteur.kills", 1);
  private static final Duration BETWEEN_TWO_ACTS = Duration.ofMillis(40);
  private static final int ACTS_BETWEEN_KILLS = 60;
  private static final long SEED = 20_210_407;

  private static final List<String> POSITIONS =
      List.of("support", "support-with-changes", "reserve", "object", "no-comment", "not-stated");

  private final Random random = new Random(SEED);
  private final Deque<String> standing = new ArrayDeque<>();
  private final AtomicInteger acts = new AtomicInteger();

  @TempDir Path folder;

  @Test
  void areThoseOfARecountFromTheLogHoweverOftenAggregationIsKilled() throws Exception {
    Product intake =
        Product.startWithoutAggregation(
            folder.resolve("data"),
            Map.of(
                "RAPPORTEUR_LIMITS_ACCOUNT_PERSECOND", "1000",
                "RAPPORTEUR_LIMITS_ACCOUNT_BURST", "1000"));
    Path own = folder.resolve("aggregation");
    try (var recount = new Recount(intake, folder);
        ScheduledExecutorService clients = Executors.newSingleThreadScheduledExecutor()) {
      clients.scheduleAtFixedRate(
          () -> act(intake), 0, BETWEEN_TWO_ACTS.toMillis(), TimeUnit.MILLISECONDS);
      AggregationAlone aggregation = AggregationAlone.launch(intake, own).ready();
      for (int kill = 1; kill <= KILLS; kill++) {
        awaitActs(random.nextInt(ACTS_BETWEEN_KILLS));
        aggregation.kill();
        if (kill % 3 == 0) {
          // Once more, while it starts.
          aggregation = AggregationAlone.launch(intake, own);
          awaitActs(random.nextInt(ACTS_BETWEEN_KILLS));
          aggregation.kill();
        }
        List<Integer> acknowledged = recount.read();
        aggregation = AggregationAlone.launch(intake, own).ready();
        talliesAreThoseOf(recount, acknowledged, aggregation, kill);
      }
      aggregation.close();
    } finally {
      intake.close();
    }
  }

  /**
   * Comments go on coming in; the board names how much of the log it counts, and it counts all that
   * was acknowledged before it was started.
   */
  private static void talliesAreThoseOf(
      Recount recount, List<Integer> acknowledged, AggregationAlone aggregation, int kill) {
    JsonNode board =
        await()
            .atMost(Duration.ofMinutes(2))
            .until(
                () ->
                    aggregation
                        .get("secretariat", "/api/v1/compilations/" + CONSULTATION + "/tallies")
                        .body(),
                answer -> covers(cut(answer), acknowledged));
    recount.read();

    Map<String, Map<String, Integer>> told = told(board);
    assertThat(told).as("after kill %d", kill).isEqualTo(recount.at(cut(board)));
    System.out.printf(
        "kill %d: %d events, %d comments in force on %d items, counted alike%n",
        kill,
        cut(board).stream().mapToInt(Integer::intValue).sum(),
        told.values().stream().flatMap(each -> each.values().stream()).mapToInt(n -> n).sum(),
        told.size());
  }

  private static boolean covers(List<Integer> cut, List<Integer> acknowledged) {
    return cut.size() == acknowledged.size()
        && IntStream.range(0, cut.size()).allMatch(n -> cut.get(n) >= acknowledged.get(n));
  }

  private static List<Integer> cut(JsonNode board) {
    return Pattern.compile("\\d+")
        .matcher(board.path("cut").asString(""))
        .results()
        .map(part -> Integer.valueOf(part.group()))
        .toList();
  }

  private static Map<String, Map<String, Integer>> told(JsonNode board) {
    Map<String, Map<String, Integer>> told = new TreeMap<>();
    for (JsonNode tally : board.path("tallies")) {
      Map<String, Integer> positions = new TreeMap<>();
      tally
          .path("positions")
          .properties()
          .forEach(
              position -> {
                if (position.getValue().asInt() > 0) {
                  positions.put(position.getKey(), position.getValue().asInt());
                }
              });
      assertThat(tally.path("received").asInt())
          .isEqualTo(positions.values().stream().mapToInt(Integer::intValue).sum());
      if (!positions.isEmpty()) {
        told.put(tally.path("recommendation").asString(), positions);
      }
    }
    return told;
  }

  /** Hands one in, or revises or takes back one that stands. */
  private synchronized void act(Product intake) {
    int chance = random.nextInt(10);
    String text =
        Product.comment("13." + LabelSeries.at(random.nextInt(67) + 1), "act " + acts.get())
            .replace("\"support\"", "\"" + POSITIONS.get(random.nextInt(POSITIONS.size())) + "\"");
    Answer answer;
    if (standing.isEmpty() || chance < 7) {
      answer = intake.post("eg", "/api/v1/comments", text);
      standing.add(answer.header("Location"));
    } else if (chance < 9) {
      String comment = standing.remove();
      answer =
          intake.put(
              "eg",
              comment,
              text.replaceFirst("\"recommendation\":\"[^\"]+\",", ""),
              "If-Match",
              "\"1\"");
    } else {
      answer = intake.delete("eg", standing.remove(), "If-Match", "\"1\"");
    }
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
    acts.incrementAndGet();
  }

  private void awaitActs(int more) {
    int until = acts.get() + more;
    await().atMost(Duration.ofMinutes(1)).until(() -> acts.get() >= until);
  }
}
