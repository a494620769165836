package io.rapporteur.ingest.kafka;

import static io.rapporteur.ingest.kafka.CirculatingInstance.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rapporteur.broker.CatalogueBroker;
import io.rapporteur.broker.RememberedSchemas;
import io.rapporteur.events.DecisionEvent;
import io.rapporteur.events.DecisionsShown;
import io.rapporteur.events.DraftCirculated;
import io.rapporteur.events.EntriesDecided;
import io.rapporteur.events.EntriesProposed;
import io.rapporteur.events.ListAdopted;
import io.rapporteur.ingest.circulation.Channel;
import io.rapporteur.ingest.circulation.Contact;
import io.rapporteur.ingest.circulation.Courier;
import io.rapporteur.ingest.circulation.Delivery;
import io.rapporteur.ingest.circulation.Delivery.State;
import io.rapporteur.ingest.circulation.DrippingServer;
import io.rapporteur.ingest.circulation.smtp.SmtpAccess;
import io.rapporteur.ingest.circulation.smtp.SmtpCourier;
import io.rapporteur.ingest.circulation.webhook.WebhookCourier;
import io.rapporteur.ingest.consultations.Audience;
import io.rapporteur.ingest.consultations.Change;
import io.rapporteur.schemas.log.ClockSkew;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.webhook.WebhookTerms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Instances of ingest on one real log, with a real receiver of webhooks that takes what it can
 * verify and answers 400 else.
 */
class WebhookCirculationTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private record Call(String participant, String id, long timestamp, JsonNode body) {}

  @TempDir static Path shared;
  private static CatalogueBroker broker;

  @TempDir Path folder;
  private String consultation;
  private HttpServer receiver;
  private ExecutorService answering;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, ConcurrentLinkedQueue<Integer>> answers = new ConcurrentHashMap<>();
  private final Set<String> hanging = ConcurrentHashMap.newKeySet();
  private final CountDownLatch release = new CountDownLatch(1);
  private final List<Contact> contacts = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void startBroker() {
    broker = CatalogueBroker.start(shared.resolve("kafka"));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void startReceiver(TestInfo test) throws IOException {
    consultation = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
    answering = Executors.newVirtualThreadPerTaskExecutor();
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(answering);
    receiver.createContext("/", this::receive);
    receiver.start();
  }

  @AfterEach
  void stopReceiver() {
    release.countDown();
    receiver.stop(0);
    answering.shutdownNow();
  }

  private void receive(HttpExchange exchange) throws IOException {
    String participant = exchange.getRequestURI().getPath().substring(1);
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Headers headers = exchange.getRequestHeaders();
    boolean verified = verified(participant, headers, body);
    if (verified) {
      calls.add(
          new Call(
              participant,
              headers.getFirst("webhook-id"),
              Long.parseLong(headers.getFirst("webhook-timestamp")),
              MAPPER.readTree(body)));
    }
    if (hanging.contains(participant)) {
      try {
        release.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    Integer answer =
        answers.computeIfAbsent(participant, key -> new ConcurrentLinkedQueue<>()).poll();
    exchange.sendResponseHeaders(!verified ? 400 : answer == null ? 204 : answer, -1);
    exchange.close();
  }

  /** As Standard Webhooks tells a receiver to: the time first, then any of the signatures. */
  private static boolean verified(String participant, Headers headers, String body) {
    String id = headers.getFirst("webhook-id");
    String timestamp = headers.getFirst("webhook-timestamp");
    Duration age =
        Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now()).abs();
    if (age.compareTo(TOLERANCE) > 0) {
      return false;
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(participant), "HmacSHA256"));
      byte[] expected =
          mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
      return Stream.of(headers.getFirst("webhook-signature").split(" "))
          .filter(each -> each.startsWith("v1,"))
          .map(each -> Base64.getDecoder().decode(each.substring(3)))
          .anyMatch(each -> MessageDigest.isEqual(each, expected));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] key(String participant) {
    return HexFormat.of()
        .formatHex(participant.getBytes(StandardCharsets.UTF_8))
        .repeat(32)
        .substring(0, 32)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private Contact webhook(String participant) {
    String secret = "whsec_" + Base64.getEncoder().encodeToString(key(participant));
    URI url = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/" + participant);
    return new Contact(
        participant, "ar", Optional.empty(), Optional.of(new Contact.Webhook(url, secret)));
  }

  private static Contact mail(String participant) {
    return new Contact(
        participant, "en", Optional.of(participant + "@example.org"), Optional.empty());
  }

  private CirculatingInstance instance(String name) throws IOException {
    return instance(name, Map.of());
  }

  private CirculatingInstance instance(String name, Map<Channel, Courier> more) throws IOException {
    var terms =
        new WebhookTerms(
            Set.of("127.0.0.1:" + receiver.getAddress().getPort()), true, Duration.ofSeconds(20));
    Map<Channel, Courier> couriers = new EnumMap<>(Channel.class);
    couriers.put(Channel.WEBHOOK, new WebhookCourier(terms, Clock.systemUTC()));
    couriers.putAll(more);
    return new CirculatingInstance(
        broker, folder.resolve(name), consultation, () -> contacts, couriers);
  }

  private List<String> types() {
    return calls.stream().map(call -> call.body.get("type").asString()).toList();
  }

  private static Change extend(int days) {
    return new Change.Extend(Optional.empty(), now().plus(Duration.ofDays(days)), "asked for");
  }

  private static List<State> states(CirculatingInstance instance) {
    return instance.found().stream().map(Delivery::state).toList();
  }

  @Test
  void tellsOpeningReminderExtensionAndEditionSoThatTheReceiverCanVerifyIt() throws Exception {
    contacts.add(webhook("eg"));
    try (CirculatingInstance one = instance("one").released().running()) {
      one.open(now().plus(Duration.ofDays(3)).plusSeconds(1));
      await().atMost(PATIENCE).until(() -> one.ended().size() == 2);
      one.change(extend(70));
      await().atMost(PATIENCE).until(() -> one.ended().size() == 3);
      one.change(
          new Change.Publish(
              "first", now(), Optional.empty(), Optional.empty(), Audience.EVERYONE));
      await().atMost(PATIENCE).until(() -> one.ended().size() == 4);

      assertThat(types())
          .containsExactly(
              "consultation.opened",
              "consultation.closing",
              "consultation.extended",
              "consultation.published");
      assertThat(one.found()).allSatisfy(d -> assertThat(d.state()).isEqualTo(new State.Sent()));
      assertThat(calls)
          .extracting(Call::id)
          .containsExactlyInAnyOrderElementsOf(one.found().stream().map(Delivery::id).toList());
      assertThat(calls)
          .allSatisfy(
              call -> {
                JsonNode data = call.body.get("data");
                assertThat(call.body.propertyNames()).containsExactly("type", "timestamp", "data");
                assertThat(data.propertyNames())
                    .isSubsetOf("consultation", "title", "closesAt", "zone", "edition", "link");
                assertThat(data.get("title").asString()).isEqualTo("عنوان");
                assertThat(data.get("consultation").asString()).isEqualTo(consultation);
              });
      assertThat(calls.getLast().body.get("data").get("edition").asString()).isEqualTo("first");
    }
  }

  @Test
  void tellsOfEachCirculatedDraftAndTheAdoptedListAndOfNothingElseOfAMeeting() throws Exception {
    contacts.add(webhook("eg"));
    Instant until = now().plus(Duration.ofDays(7));
    try (CirculatingInstance one = instance("one").released().running();
        var meetings =
            new EventLog<DecisionEvent>(
                TopicCatalogue.DECISION_EVENTS,
                broker.access(Principal.AGGREGATION),
                RememberedSchemas.in(folder.resolve("meeting-ids")),
                Clock.systemUTC(),
                new ClockSkew())) {
      one.open();
      await().atMost(PATIENCE).until(() -> one.ended().size() == 1);
      meeting(meetings, 1, new EntriesProposed(List.of()));
      meeting(meetings, 2, new DraftCirculated(1, "w-note", null, List.of()));
      await().atMost(PATIENCE).until(() -> one.ended().size() == 2);
      meeting(meetings, 2, new DraftCirculated(7, "void", null, List.of()));
      meeting(meetings, 3, new EntriesDecided(List.of(), now(), true));
      meeting(meetings, 4, new DecisionsShown(List.of(), false));
      meeting(meetings, 5, new DraftCirculated(2, null, until, List.of()));
      await().atMost(PATIENCE).until(() -> one.ended().size() == 3);
      meeting(meetings, 6, new ListAdopted("en", now()));
      await().atMost(PATIENCE).until(() -> one.ended().size() == 4);
    }

    assertThat(calls.stream().skip(1))
        .extracting(
            call -> call.body.get("type").asString(),
            call -> call.body.path("data").path("draftVersion").asInt(0),
            call -> call.body.path("data").path("closesAt").asString("none"))
        .containsExactly(
            tuple("consultation.draft-circulated", 1, "none"),
            tuple("consultation.draft-circulated", 2, until.toString()),
            tuple("consultation.list-adopted", 0, "none"));
    assertThat(calls).noneMatch(call -> call.body.toString().contains("w-note"));
  }

  private void meeting(EventLog<DecisionEvent> log, int revision, Object fact) {
    log.append(
        consultation,
        new DecisionEvent(consultation, revision, "r", "d", now(), "the-chair", "chair", fact));
  }

  @Test
  void triesAgainUnderTheSameIdUntilTheReceiverTakesIt() throws Exception {
    contacts.add(webhook("eg"));
    answers.put("eg", new ConcurrentLinkedQueue<>(List.of(500, 503)));
    try (CirculatingInstance one = instance("one").released().running()) {
      one.open();

      await().atMost(PATIENCE).until(() -> one.ended().size() == 1);

      Delivery delivery = one.found().getFirst();
      assertThat(delivery.state()).isEqualTo(new State.Sent());
      assertThat(delivery.tries()).isEqualTo(3);
      assertThat(calls).extracting(Call::id).containsOnly(delivery.id()).hasSize(3);
      assertThat(calls).extracting(Call::body).containsOnly(calls.getFirst().body);
    }
  }

  @Test
  void waitsForTheNextTryAndSaysWhyTheLastFailed() throws Exception {
    contacts.add(webhook("eg"));
    answers.put("eg", new ConcurrentLinkedQueue<>(List.of(500)));
    try (CirculatingInstance one = instance("one").released()) {
      one.open();
      one.circulating.makeDue();
      Instant before = now();
      one.circulating.triable().forEach(one.circulating::attempt);

      State.Due due = (State.Due) states(one).getFirst();
      assertThat(due.cause()).contains("the receiver answered 500");
      assertThat(due.nextTryAt()).isAfterOrEqualTo(before.plusMillis(50));
    }
  }

  @Test
  void givesUpWithTheCauseWhenTheReceiverNeverTakesItOrWantsNoMore() throws Exception {
    contacts.addAll(List.of(webhook("br"), webhook("eg")));
    answers.put("br", new ConcurrentLinkedQueue<>(List.of(500, 502, 503, 504)));
    answers.put("eg", new ConcurrentLinkedQueue<>(List.of(410)));
    try (CirculatingInstance one = instance("one").released().running()) {
      one.open();

      await().atMost(PATIENCE).until(() -> one.ended().size() == 2);

      assertThat(states(one))
          .containsExactly(
              new State.Failed("the receiver answered 503"),
              new State.Failed("the receiver wants no more (410)"));
      assertThat(one.found()).extracting(Delivery::tries).containsExactly(3, 1);
      assertThat(calls).hasSize(4);
    }
  }

  @Test
  void isRefusedByAReceiverThatSharesAnotherSecret() throws Exception {
    Contact other = webhook("br");
    contacts.add(
        new Contact(
            "eg",
            "en",
            Optional.empty(),
            Optional.of(
                new Contact.Webhook(
                    webhook("eg").webhook().orElseThrow().url(),
                    other.webhook().orElseThrow().secret()))));
    try (CirculatingInstance one = instance("one").released().running()) {
      one.open();

      await().atMost(PATIENCE).until(() -> one.ended().size() == 1);

      assertThat(states(one)).containsExactly(new State.Failed("the receiver answered 400"));
      assertThat(calls).isEmpty();
    }
  }

  @Test
  void sendsNothingFromARebuiltACopiedOrAnotherInstanceUntilItIsReleased() throws Exception {
    contacts.add(webhook("eg"));
    try (CirculatingInstance one = instance("one").released().running()) {
      one.open();
      await().atMost(PATIENCE).until(() -> one.ended().size() == 1);
    }
    FileSystemUtils.deleteRecursively(folder.resolve("one/view"));
    FileSystemUtils.copyRecursively(
        folder.resolve("one/circulation"), folder.resolve("copy/circulation"));
    FileSystemUtils.copyRecursively(
        folder.resolve("one/circulation"), folder.resolve("restored/circulation"));
    FileSystemUtils.deleteRecursively(folder.resolve("one/circulation"));

    // All run: whatever they would send, they send while the last of the story is waited for.
    try (CirculatingInstance rebuilt = instance("one").running();
        CirculatingInstance copy = instance("copy").running();
        CirculatingInstance restored = instance("restored").running();
        CirculatingInstance replica = instance("replica").running()) {
      rebuilt.change(extend(70));
      await()
          .atMost(PATIENCE)
          .until(
              () -> Stream.of(copy, restored, replica).allMatch(instance -> instance.seen() == 2));
      for (CirculatingInstance held : List.of(rebuilt, copy, restored, replica)) {
        assertThat(held.circulating.makeDue()).isZero();
        assertThat(held.circulating.triable()).isEmpty();
      }
      assertThat(types()).containsExactly("consultation.opened");

      replica.released();
      replica.change(extend(80));
      await().atMost(PATIENCE).until(() -> replica.ended().size() == 2);

      assertThat(types()).containsExactly("consultation.opened", "consultation.extended");
      assertThat(calls.getLast().body.get("timestamp").asString())
          .isEqualTo(
              replica.found().stream()
                  .map(d -> d.occasion().happenedAt())
                  .max(Instant::compareTo)
                  .orElseThrow()
                  .toString());
    }
  }

  @Test
  void goesOnFromWhereItWasWhenOnlyTheViewIsBuiltAgain() throws Exception {
    contacts.add(webhook("eg"));
    try (CirculatingInstance one = instance("one").released().running()) {
      one.open();
      await().atMost(PATIENCE).until(() -> one.ended().size() == 1);
    }
    FileSystemUtils.deleteRecursively(folder.resolve("one/view"));

    try (CirculatingInstance rebuilt = instance("one").running()) {
      rebuilt.change(extend(70));
      await().atMost(PATIENCE).until(() -> rebuilt.ended().size() == 2);
    }
    assertThat(types()).containsExactly("consultation.opened", "consultation.extended");
  }

  @Test
  void delaysNoEventAndNoOtherParticipantWhileMailServerAndReceiversHang() throws Exception {
    List<String> slow = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      slow.add("slow-" + i);
    }
    hanging.addAll(slow);
    slow.forEach(each -> contacts.add(webhook(each)));
    contacts.addAll(List.of(webhook("eg"), mail("br")));
    try (var silent = new DrippingServer("")) {
      var smtp =
          new SmtpAccess(
              "127.0.0.1",
              silent.port(),
              "",
              "",
              false,
              "desk@example.org",
              Duration.ofMinutes(5),
              Duration.ofMinutes(5));
      try (CirculatingInstance one =
          instance("one", Map.of(Channel.EMAIL, new SmtpCourier(smtp, Clock.systemUTC())))
              .released()
              .running()) {
        // Each is answered once it counts in the log.
        one.open();
        await().atMost(PATIENCE).until(() -> calls.size() == 4);
        one.change(extend(70));
        one.change(
            new Change.Publish(
                "first", now(), Optional.empty(), Optional.empty(), Audience.EVERYONE));

        // A call is told as sent a moment after it was answered.
        await().atMost(PATIENCE).until(() -> one.ended().size() == 3);

        assertThat(calls).filteredOn(call -> call.participant.equals("eg")).hasSize(3);
        assertThat(one.found())
            .filteredOn(d -> d.state() instanceof State.Claimed)
            .extracting(Delivery::participant)
            .containsExactlyInAnyOrder("br", "slow-0", "slow-1", "slow-2");
        // All let go, so that nothing is under way at the close.
        release.countDown();
        silent.close();
        await()
            .atMost(PATIENCE)
            .until(() -> one.found().stream().noneMatch(d -> d.state() instanceof State.Claimed));
      }
    }
  }
}
