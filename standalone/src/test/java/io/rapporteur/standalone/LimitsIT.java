package io.rapporteur.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.standalone.Product.Answer;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One client that asks for all it can, and another beside it. */
class LimitsIT {

  private static final int REQUESTS = 10_000;
  private static final int AT_ONCE = 16;

  private final Product product = RunningProduct.get();

  @Test
  void tenThousandRequestsOfOneClientAreHeldToItsBudgetAndAnotherIsServedMeanwhile()
      throws Exception {
    String loud = product.token("fr");
    Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
    List<Integer> ofTheOther = new CopyOnWriteArrayList<>();
    List<Future<?>> asked = new ArrayList<>();

    try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        ScheduledExecutorService other = Executors.newSingleThreadScheduledExecutor()) {
      // Well within its own budget of 50 requests a second.
      ScheduledFuture<?> unused =
          other.scheduleAtFixedRate(
              () -> ofTheOther.add(product.get("cl", "/api/v1/comments").status()),
              0,
              50,
              TimeUnit.MILLISECONDS);
      for (int i = 0; i < AT_ONCE; i++) {
        Callable<Boolean> asking =
            () -> {
              for (int n = 0; n < REQUESTS / AT_ONCE; n++) {
                answers
                    .computeIfAbsent(comments(loud).status(), status -> new AtomicInteger())
                    .incrementAndGet();
              }
              return true;
            };
        asked.add(clients.submit(asking));
      }
      for (Future<?> each : asked) {
        each.get();
      }
    }

    System.out.printf("limits: %s; the other: %d requests%n", answers, ofTheOther.size());
    assertThat(answers.keySet()).containsOnly(200, 429);
    assertThat(answers.get(429)).hasValueGreaterThan(0);
    assertThat(answers.values().stream().mapToInt(AtomicInteger::get).sum()).isEqualTo(REQUESTS);
    assertThat(ofTheOther).isNotEmpty().containsOnly(200);
  }

  @Test
  void everyAnswerSaysHowTheBudgetsStand() {
    Answer known = product.get("br", "/api/v1/comments");
    Answer unknown = product.get("", "/api/v1/participants");

    assertThat(known.headers().get("ratelimit-policy"))
        .containsExactly("\"address\";q=2000;w=4", "\"account\";q=200;w=4");
    assertThat(known.headers().get("ratelimit"))
        .hasSize(2)
        .allMatch(state -> state.matches("\"(address|account)\";r=\\d+;t=\\d+"));
    assertThat(unknown.headers().get("ratelimit-policy")).containsExactly("\"address\";q=2000;w=4");
  }

  @Test
  void aRequestBeyondTheBudgetIsAnsweredWithItsKeyAndWhenToComeAgain() {
    String token = product.token("jp");
    Answer answer = comments(token);
    for (int i = 0; i < REQUESTS && answer.status() != 429; i++) {
      answer = comments(token);
    }

    assertThat(answer.problem()).isEqualTo("too-many-requests");
    assertThat(answer.header("Idempotency-Key")).isEqualTo("the-key-that-was-sent");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
  }

  private Answer comments(String token) {
    return product.send(
        HttpRequest.newBuilder(product.uri("/api/v1/comments"))
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", "the-key-that-was-sent")
            .GET());
  }
}
