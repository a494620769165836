package io.rapporteur.ingest.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.ingest.circulation.Courier.Outcome;
import io.rapporteur.ingest.circulation.Round.Extension;
import io.rapporteur.schemas.delivery.Release;
import io.rapporteur.schemas.delivery.Release.Standing;
import io.rapporteur.schemas.delivery.RetryPolicy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether one side that hangs holds others. */
class CirculationLoopTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MAILS = 2;
  private static final int WEBHOOKS = 3;

  private final Instant opened = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(60);
  private volatile boolean reading = true;
  private volatile boolean writing = true;
  private final KeptDeliveries deliveries =
      new KeptDeliveries() {
        @Override
        public List<Delivery> open() {
          if (!reading) {
            throw new IllegalStateException("the log cannot be read");
          }
          return super.open();
        }

        @Override
        public void sent(Delivery claimed, Instant now) {
          if (!writing) {
            throw new IllegalStateException("the log cannot be written");
          }
          super.sent(claimed, now);
        }
      };
  private final List<Extension> extensions = new CopyOnWriteArrayList<>();
  private final List<Contact> contacts = new CopyOnWriteArrayList<>();
  private final CountDownLatch hanging = new CountDownLatch(1);
  private final Set<String> hang = ConcurrentHashMap.newKeySet();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final CirculationLoop loop =
      new CirculationLoop(circulating(), Duration.ofMillis(20), MAILS, WEBHOOKS);

  @AfterEach
  void letGo() {
    hanging.countDown();
    loop.close();
  }

  private Circulating circulating() {
    var rounds =
        new Rounds() {
          @Override
          public List<Round> all() {
            return List.of(
                new Round(
                    "c",
                    Map.of("en", "T"),
                    opened,
                    opened,
                    opened.plus(Duration.ofDays(60)),
                    "UTC",
                    extensions,
                    List.of(),
                    Round.Meeting.NOTHING));
          }

          @Override
          public Optional<Round> round(String consultation) {
            return Optional.of(all().getFirst());
          }
        };
    var release =
        new Release() {
          @Override
          public Standing standing(long reached) {
            return new Standing.Released(opened);
          }

          @Override
          public void release(Instant since, long reached) {
            throw new UnsupportedOperationException();
          }
        };
    return new Circulating(
        rounds,
        () -> contacts,
        code -> true,
        deliveries,
        release,
        Map.of(
            Channel.EMAIL,
            (message, contact) -> carry(Channel.EMAIL, message, contact),
            Channel.WEBHOOK,
            (message, contact) -> carry(Channel.WEBHOOK, message, contact)),
        new CirculationTerms(
            new OccasionPolicy(Duration.ofDays(3)),
            new RetryPolicy(3, Duration.ofMillis(10), Duration.ofMillis(10)),
            Duration.ofMinutes(5),
            "https://example.org/{consultation}"),
        Clock.systemUTC(),
        () -> 0);
  }

  private Outcome carry(Channel channel, Message message, Contact contact) {
    String name = channel.word() + " " + contact.participant();
    if (hang.contains(name)) {
      try {
        hanging.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    told.add(name + " " + message.occasion().kind().word());
    return new Outcome.Taken();
  }

  private static Contact mail(String code) {
    return new Contact(code, "en", Optional.of(code + "@example.org"), Optional.empty());
  }

  private static Contact webhook(String code) {
    var receiver = new Contact.Webhook(URI.create("https://example.org/" + code), "whsec_");
    return new Contact(code, "en", Optional.empty(), Optional.of(receiver));
  }

  private void extend(String participant) {
    extensions.add(
        new Extension(
            Optional.of(participant),
            opened.plus(Duration.ofDays(70)),
            opened.plusSeconds(1 + extensions.size())));
  }

  @Test
  void goesOnWithOthersWhileOneReceiverHangsAndWithWhatHappensMeanwhile() {
    contacts.addAll(List.of(webhook("aa"), webhook("br"), webhook("cl")));
    hang.add("webhook aa");
    loop.start();

    await().atMost(PATIENCE).until(() -> told.size() == 2);
    extend("br");
    extend("aa");
    await().atMost(PATIENCE).until(() -> told.contains("webhook br extended"));

    assertThat(told)
        .containsExactlyInAnyOrder("webhook br opened", "webhook cl opened", "webhook br extended");
  }

  @Test
  void holdsNoWebhookWhileTheMailServerHangs() {
    IntStream.range(0, 10).forEach(i -> contacts.add(mail("a" + i)));
    IntStream.range(0, 10).forEach(i -> hang.add("email a" + i));
    contacts.add(webhook("br"));
    loop.start();

    await().atMost(PATIENCE).until(() -> told.size() == 1);

    assertThat(told).containsExactly("webhook br opened");
  }

  @Test
  void holdsNoMailWhileReceiversHang() {
    IntStream.range(0, 10).forEach(i -> contacts.add(webhook("a" + i)));
    IntStream.range(0, 10).forEach(i -> hang.add("webhook a" + i));
    contacts.add(mail("br"));
    loop.start();

    await().atMost(PATIENCE).until(() -> told.size() == 1);
    assertThat(told).containsExactly("email br opened");

    hanging.countDown();
    await().atMost(PATIENCE).until(() -> told.size() == 11);
  }

  @Test
  void tellsOneParticipantOneThingAfterTheOther() {
    contacts.add(webhook("aa"));
    extend("aa");
    hang.add("webhook aa");
    loop.start();

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                deliveries.all().stream()
                    .anyMatch(d -> d.state() instanceof Delivery.State.Claimed));
    assertThat(deliveries.all())
        .filteredOn(d -> d.state() instanceof Delivery.State.Claimed)
        .hasSize(1);
    hanging.countDown();

    await().atMost(PATIENCE).until(() -> told.size() == 2);
    assertThat(told).containsExactly("webhook aa opened", "webhook aa extended");
  }

  @Test
  void countsPassesThatFailAndGoesOnWhenTheyDoNot() {
    contacts.add(webhook("aa"));
    reading = false;
    loop.start();

    await().atMost(PATIENCE).until(() -> loop.failuresInARow() > 2);
    assertThat(told).isEmpty();
    reading = true;

    await().atMost(PATIENCE).until(() -> told.size() == 1 && loop.failuresInARow() == 0);
  }

  @Test
  void countsATryWhoseOutcomeCannotBeWrittenAndGoesOnWithTheParticipant() {
    contacts.add(webhook("aa"));
    extend("aa");
    writing = false;
    loop.start();

    await().atMost(PATIENCE).until(() -> told.size() == 2);

    // Whether it was sent is not known: its claim stands until it expires.
    assertThat(deliveries.all())
        .allSatisfy(d -> assertThat(d.state()).isInstanceOf(Delivery.State.Claimed.class));
  }
}
