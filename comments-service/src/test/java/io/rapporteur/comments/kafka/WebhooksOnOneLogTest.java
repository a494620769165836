package io.rapporteur.comments.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.comment.Author;
import io.rapporteur.comments.comment.Fact;
import io.rapporteur.comments.comment.Receipt;
import io.rapporteur.comments.comment.Revision;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.feed.Following;
import io.rapporteur.comments.feed.http.EntryViews;
import io.rapporteur.comments.feed.webhook.Delivering;
import io.rapporteur.comments.feed.webhook.DeliveringLoop;
import io.rapporteur.comments.feed.webhook.Registering;
import io.rapporteur.comments.feed.webhook.Webhook;
import io.rapporteur.comments.feed.webhook.Webhook.State;
import io.rapporteur.comments.feed.webhook.Webhooks;
import io.rapporteur.comments.feed.webhook.file.WebhookKey;
import io.rapporteur.comments.feed.webhook.http.SignedCalls;
import io.rapporteur.schemas.delivery.ReleaseFile;
import io.rapporteur.schemas.delivery.RetryPolicy;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.webhook.WebhookClient;
import io.rapporteur.schemas.webhook.WebhookTerms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Instances of the desk on one real log, with a real receiver that takes what it can verify and
 * answers 400 else.
 */
class WebhooksOnOneLogTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private record Call(String participant, String id, List<String> comments) {}

  @TempDir Path folder;
  private CatalogueBroker broker;
  private BrokerAccess access;
  private HttpServer receiver;
  private ExecutorService answering;
  private final List<Call> taken = new CopyOnWriteArrayList<>();
  private final List<String> elsewhere = new CopyOnWriteArrayList<>();
  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final Map<String, ConcurrentLinkedQueue<Integer>> answers = new ConcurrentHashMap<>();
  private final Set<String> hanging = ConcurrentHashMap.newKeySet();
  private final CountDownLatch end = new CountDownLatch(1);
  private int comments;

  @BeforeEach
  void start() throws IOException {
    broker = CatalogueBroker.start(folder.resolve("kafka"));
    access = broker.access(Principal.COMMENTS);
    answering = Executors.newVirtualThreadPerTaskExecutor();
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(answering);
    receiver.createContext("/in/", this::receive);
    receiver.createContext("/elsewhere", exchange -> elsewhere.add("followed"));
    receiver.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    receiver.stop(0);
    answering.shutdownNow();
    broker.close();
  }

  @Test
  void tellEachEntryOnceAndInOrderOnTwoInstancesAndAfterARestart() throws Exception {
    try (var one = new Instance("one")) {
      one.release();
      try (var two = new Instance("two")) {
        two.release();
        one.register("eg");
        two.register("br");
        for (int n = 0; n < 30; n++) {
          handIn(n % 2 == 0 ? one : two, n % 3 == 0 ? "br" : "eg");
        }
        awaitTold("eg", 20);
        awaitTold("br", 10);
      }
      handIn(one, "eg");
      awaitTold("eg", 21);
    }
    try (var again = new Instance("one")) {
      handIn(again, "eg");
      awaitTold("eg", 22);
      assertThat(told("eg")).doesNotHaveDuplicates();
      assertThat(told("br")).hasSize(10).doesNotHaveDuplicates();
      assertThat(told("eg")).containsExactlyInAnyOrderElementsOf(entries(again, "eg"));
      assertThat(taken).extracting(Call::id).doesNotHaveDuplicates();
    }
  }

  @Test
  void tryAgainAfterAnErrorFollowNoRedirectAndLetNobodyWaitForAReceiverThatHangs()
      throws Exception {
    answers.put("eg", new ConcurrentLinkedQueue<>(List.of(500, 302, 503)));
    hanging.add("br");
    try (var one = new Instance("one")) {
      one.release();
      one.register("eg");
      one.register("br");
      handIn(one, "br");
      handIn(one, "eg");

      awaitTold("eg", 1);
      assertThat(elsewhere).isEmpty();
      assertThat(told("br")).isEmpty();
      await()
          .atMost(PATIENCE)
          .until(() -> one.webhooks.of("br").orElseThrow().state() instanceof State.Retrying);
    }
  }

  @Test
  void callNobodyFromAnInstanceThatWasNotReleased() throws Exception {
    try (var held = new Instance("held")) {
      held.register("eg");
      handIn(held, "eg");
      Webhook before = held.webhooks.of("eg").orElseThrow();
      // It has looked and found nothing that it may do.
      assertThat(held.delivering.due()).isEmpty();
      held.delivering.attempt(before);
      assertThat(held.webhooks.of("eg")).contains(before);
      assertThat(taken).isEmpty();

      held.release();
      awaitTold("eg", 1);
    }
  }

  private List<String> entries(Instance instance, String participant) {
    var page =
        (Following.Page)
            new Following(instance.on.desk().feeds()).after(participant, Optional.empty(), 1_000);
    return page.entries().stream().map(entry -> entry.entry().about()).toList();
  }

  private List<String> told(String participant) {
    return taken.stream()
        .filter(call -> call.participant.equals(participant))
        .flatMap(call -> call.comments.stream())
        .toList();
  }

  private void awaitTold(String participant, int entries) {
    await().atMost(PATIENCE).until(() -> told(participant).size() >= entries);
    assertThat(told(participant)).hasSize(entries);
  }

  private void receive(HttpExchange exchange) throws IOException {
    String participant = exchange.getRequestURI().getPath().substring("/in/".length());
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (hanging.contains(participant)) {
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return;
    }
    Integer planned =
        answers.computeIfAbsent(participant, p -> new ConcurrentLinkedQueue<>()).poll();
    int status = planned != null ? planned : verified(exchange, participant, body) ? 204 : 400;
    if (status == 204) {
      List<String> told = new ArrayList<>();
      for (JsonNode entry : MAPPER.readTree(body).path("data").path("entries")) {
        told.add(entry.path("comment").asString());
      }
      taken.add(new Call(participant, exchange.getRequestHeaders().getFirst("webhook-id"), told));
    } else if (status == 302) {
      exchange.getResponseHeaders().add("Location", "/elsewhere");
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private boolean verified(HttpExchange exchange, String participant, String body) {
    var headers = exchange.getRequestHeaders();
    String signed =
        headers.getFirst("webhook-id") + "." + headers.getFirst("webhook-timestamp") + "." + body;
    try {
      byte[] key =
          Base64.getDecoder()
              .decode(secrets.getOrDefault(participant, "").substring("whsec_".length()));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] expected = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return Arrays.stream(headers.getFirst("webhook-signature").split(" "))
          .anyMatch(each -> each.equals("v1," + Base64.getEncoder().encodeToString(expected)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void handIn(Instance instance, String participant) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    var author = new Author(participant, "MEMBER_STATE", Optional.empty());
    var target =
        new Target(Optional.of("doc"), Optional.empty(), Optional.of("doc.1.a"), Optional.of(1));
    instance
        .on
        .desk()
        .comments()
        .append(
            new Revision(
                participant + "-" + comments++,
                1,
                "r",
                "d",
                participant,
                "k",
                1,
                false,
                now,
                now,
                author,
                target,
                Optional.empty(),
                new Fact.Withdrawn(),
                new Receipt("c", "n", "d", "s")));
  }

  /** An instance that calls webhooks, once released. */
  private final class Instance implements AutoCloseable {

    private final DeskOnLog on;
    private final Webhooks webhooks;
    private final WebhookKey key = WebhookKey.of(folder.resolve("webhook-key"));
    private final ReleaseFile release;
    private final Delivering delivering;
    private final DeliveringLoop loop;

    Instance(String name) throws IOException {
      on = new DeskOnLog(folder, name, access);
      webhooks = on.webhooks();
      release = new ReleaseFile(folder.resolve(name).resolve("feed"), "log");
      var feeds = on.desk().feeds();
      var client =
          new WebhookClient(
              new WebhookTerms(
                  Set.of("127.0.0.1:" + receiver.getAddress().getPort()),
                  true,
                  Duration.ofSeconds(1)),
              Clock.systemUTC());
      delivering =
          new Delivering(
              webhooks,
              new Following(feeds),
              new SignedCalls(client, new EntryViews(feeds)),
              key,
              release,
              new RetryPolicy(100, Duration.ofMillis(100), Duration.ofSeconds(1)),
              Clock.systemUTC(),
              new SplittableRandom(),
              name + UUID.randomUUID());
      loop = new DeliveringLoop(delivering, Duration.ofMillis(50));
      on.start();
      loop.start();
    }

    void release() throws IOException {
      release.release(Instant.now(), webhooks.reached());
    }

    void register(String participant) {
      URI url =
          URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/in/" + participant);
      var act =
          new Act(
              participant,
              participant,
              "register",
              Instant.now().truncatedTo(ChronoUnit.MILLIS),
              Map.of("act", "register"));
      var outcome =
          new Registering(webhooks, new Following(on.desk().feeds()), key)
              .register(act, url, Optional.empty());
      assertThat(outcome).isInstanceOf(Registering.Done.class);
      secrets.put(participant, ((Registering.Done) outcome).secret().orElseThrow());
    }

    @Override
    public void close() {
      loop.close();
      on.close();
    }
  }
}
