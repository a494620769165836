package io.rapporteur.ingest.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.ingest.circulation.Courier.Outcome;
import io.rapporteur.ingest.circulation.Delivery.State;
import io.rapporteur.ingest.circulation.Occasion.Kind;
import io.rapporteur.ingest.circulation.Round.Edition;
import io.rapporteur.ingest.circulation.Round.Extension;
import io.rapporteur.schemas.delivery.Release;
import io.rapporteur.schemas.delivery.Release.Standing;
import io.rapporteur.schemas.delivery.RetryPolicy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is made due, tried and written, with the log in memory and the clock in hand. */
class CirculatingTest {

  private static final Instant OPENED = Instant.parse("2021-01-01T00:00:00.000Z");
  private static final Instant CLOSES = Instant.parse("2021-02-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2021-02-15T00:00:00Z");
  private static final Duration CLAIM = Duration.ofMinutes(5);
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Contact EG =
      new Contact(
          "eg",
          "ar",
          Optional.of("eg@example.org"),
          Optional.of(new Contact.Webhook(URI.create("https://example.org/eg"), "whsec_")));
  private static final Contact BR =
      new Contact("br", "es", Optional.of("br@example.org"), Optional.empty());

  private final KeptDeliveries deliveries = new KeptDeliveries();
  private final List<Extension> extensions = new ArrayList<>();
  private final List<Edition> editions = new ArrayList<>();
  private final List<Contact> contacts = new ArrayList<>(List.of(EG, BR));
  private final List<Message> carried = new ArrayList<>();
  private final Map<Channel, Courier> couriers = new EnumMap<>(Channel.class);
  private Instant now = OPENED;
  private Standing standing = new Standing.Released(OPENED);
  private Outcome outcome = new Outcome.Taken();

  private final class Hand extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private Outcome carry(Message message, Contact contact) {
    carried.add(message);
    return outcome;
  }

  private Circulating circulating() {
    if (couriers.isEmpty()) {
      couriers.put(Channel.EMAIL, this::carry);
    }
    var rounds =
        new Rounds() {
          @Override
          public List<Round> all() {
            return List.of(
                new Round(
                    "c",
                    Map.of("en", "T"),
                    OPENED,
                    OPENED,
                    CLOSES,
                    "UTC",
                    extensions,
                    editions,
                    Round.Meeting.NOTHING));
          }

          @Override
          public Optional<Round> round(String consultation) {
            return all().stream().filter(r -> r.consultation().equals(consultation)).findFirst();
          }
        };
    var release =
        new Release() {
          @Override
          public Standing standing(long reached) {
            return standing;
          }

          @Override
          public void release(Instant since, long reached) {
            standing = new Standing.Released(since);
          }
        };
    return new Circulating(
        rounds,
        () -> List.copyOf(contacts),
        code -> !code.equals("stranger"),
        deliveries,
        release,
        couriers,
        new CirculationTerms(
            new OccasionPolicy(Duration.ofDays(3)),
            new RetryPolicy(3, FIRST_WAIT, Duration.ofHours(6)),
            CLAIM,
            "https://example.org/{consultation}"),
        new Hand(),
        () -> 0);
  }

  private Delivery only() {
    contacts.remove(EG);
    Circulating circulating = circulating();
    assertThat(circulating.makeDue()).isEqualTo(1);
    return circulating.triable().getFirst();
  }

  private State state() {
    return deliveries.all().getFirst().state();
  }

  @Test
  void tellsByTheMeansThatAreSwitchedOnAlone() {
    assertThat(circulating().makeDue()).isEqualTo(2);
    assertThat(deliveries.all()).allSatisfy(d -> assertThat(d.channel()).isEqualTo(Channel.EMAIL));

    couriers.put(Channel.WEBHOOK, this::carry);

    assertThat(circulating().makeDue()).isEqualTo(1);
    assertThat(circulating().makeDue()).isZero();
    assertThat(deliveries.all())
        .filteredOn(d -> d.channel() == Channel.WEBHOOK)
        .extracting(Delivery::participant)
        .containsExactly("eg");
  }

  @Test
  void triesNothingByAMeansThatHasBeenSwitchedOff() {
    couriers.put(Channel.WEBHOOK, this::carry);
    circulating().makeDue();
    couriers.clear();

    assertThat(circulating().triable()).isEmpty();
  }

  @Test
  void tellsNobodyWhoIsNoParticipant() {
    contacts.add(new Contact("stranger", "en", Optional.of("s@example.org"), Optional.empty()));

    assertThat(circulating().makeDue()).isEqualTo(2);
  }

  @Test
  void tellsWhatHasHappenedAndIsNotYetStale() {
    contacts.remove(EG);
    Circulating circulating = circulating();
    now = OPENED.minusMillis(1);
    assertThat(circulating.makeDue()).isZero();
    now = OPENED;
    assertThat(circulating.makeDue()).isEqualTo(1);
    now = CLOSES.minus(Duration.ofDays(3));
    assertThat(circulating.makeDue()).isEqualTo(1);

    deliveries.all().forEach(d -> assertThat(d.revision()).isEqualTo(1));
    contacts.add(EG);
    now = CLOSES.plusMillis(1);
    assertThat(circulating.makeDue()).isZero();
  }

  @Test
  void sendsNothingWhileItIsHeldAndWhatHappenedBeforeTheReleaseNever() {
    standing = new Standing.Held("a test");
    Circulating circulating = circulating();

    assertThat(circulating.makeDue()).isZero();
    assertThat(deliveries.all()).isEmpty();

    standing = new Standing.Released(OPENED.plusMillis(1));
    assertThat(circulating.makeDue()).isZero();

    standing = new Standing.Released(OPENED);
    assertThat(circulating.makeDue()).isEqualTo(2);
    List<Delivery> seen = circulating.triable();
    standing = new Standing.Held("a test");

    assertThat(circulating.triable()).isEmpty();
    seen.forEach(circulating::attempt);
    assertThat(carried).isEmpty();
    assertThat(deliveries.all()).allSatisfy(d -> assertThat(d.revision()).isEqualTo(1));
  }

  @Test
  void triesWhatHappenedFirstFirst() {
    Instant extended = OPENED.plus(Duration.ofDays(1));
    extensions.add(new Extension(Optional.empty(), LATER, extended));
    editions.add(new Edition("first", OPENED.plus(Duration.ofDays(2))));
    now = OPENED.plus(Duration.ofDays(3));
    Circulating circulating = circulating();
    circulating.makeDue();

    assertThat(circulating.triable())
        .extracting(d -> d.occasion().kind())
        .containsExactly(
            Kind.OPENED, Kind.OPENED, Kind.EXTENDED, Kind.EXTENDED, Kind.PUBLISHED, Kind.PUBLISHED);
  }

  @Test
  void writesThatItWasSent() {
    Delivery seen = only();

    circulating().attempt(seen);

    assertThat(state()).isEqualTo(new State.Sent());
    assertThat(carried).hasSize(1);
    assertThat(carried.getFirst().id()).isEqualTo(seen.id());
    assertThat(carried.getFirst().link()).isEqualTo(URI.create("https://example.org/c"));
    assertThat(circulating().triable()).isEmpty();
  }

  @Test
  void triesAgainAfterAWaitAndGivesUpAfterTheLastTryWithTheCause() {
    outcome = new Outcome.NotNow("a cause");
    Delivery seen = only();
    Circulating circulating = circulating();

    circulating.attempt(seen);
    assertThat(state()).isEqualTo(new State.Due(now.plus(FIRST_WAIT), Optional.of("a cause")));
    assertThat(circulating.triable()).isEmpty();
    now = now.plus(FIRST_WAIT);
    circulating.triable().forEach(circulating::attempt);
    assertThat(state())
        .isEqualTo(new State.Due(now.plus(FIRST_WAIT.multipliedBy(2)), Optional.of("a cause")));
    now = now.plus(FIRST_WAIT.multipliedBy(2));
    circulating.triable().forEach(circulating::attempt);

    assertThat(state()).isEqualTo(new State.Failed("a cause"));
    assertThat(carried).extracting(Message::id).containsOnly(seen.id()).hasSize(3);
  }

  @Test
  void givesUpAtOnceWhatWillNotGoBetter() {
    outcome = new Outcome.Never("a cause");
    Delivery seen = only();

    circulating().attempt(seen);

    assertThat(state()).isEqualTo(new State.Failed("a cause"));
  }

  @Test
  void carriesNothingThatAnotherHasClaimed() {
    Delivery seen = only();
    deliveries.claim(seen, now.plus(CLAIM), now);

    circulating().attempt(seen);

    assertThat(carried).isEmpty();
    assertThat(circulating().triable()).isEmpty();
    now = now.plus(CLAIM).plusMillis(1);
    assertThat(circulating().triable()).hasSize(1);
  }

  @Test
  void givesUpWhenNoTryCameToAnEnd() {
    Delivery delivery = only();
    for (int i = 0; i < 3; i++) {
      delivery = deliveries.claim(delivery, now, now).orElseThrow();
    }

    circulating().attempt(delivery);

    assertThat(carried).isEmpty();
    assertThat(state()).isEqualTo(new State.Failed("no try came to an end"));
  }

  @Test
  void makesTheLastTryAlthoughNoneBeforeCameToAnEnd() {
    Delivery delivery = only();
    for (int i = 0; i < 2; i++) {
      delivery = deliveries.claim(delivery, now, now).orElseThrow();
    }

    circulating().attempt(delivery);

    assertThat(state()).isEqualTo(new State.Sent());
  }

  @Test
  void triesAgainWhenACourierFails() {
    couriers.put(
        Channel.EMAIL,
        (message, contact) -> {
          throw new IllegalArgumentException("eg@example.org");
        });
    Delivery seen = only();

    circulating().attempt(seen);

    assertThat(state())
        .isEqualTo(
            new State.Due(
                now.plus(FIRST_WAIT),
                Optional.of("this instance failed (IllegalArgumentException)")));
  }

  @Test
  void leavesToOthersWhatThisInstanceCannotCarry() {
    Delivery seen = only();
    couriers.clear();
    couriers.put(Channel.WEBHOOK, this::carry);

    circulating().attempt(seen);

    assertThat(carried).isEmpty();
    assertThat(state())
        .isEqualTo(
            new State.Due(now.plus(FIRST_WAIT), Optional.of("this instance cannot carry it")));
  }

  @Test
  void tellsNothingThatIsStaleWhenItsTurnComes() {
    Delivery seen = only();
    now = CLOSES.plusMillis(1);

    circulating().attempt(seen);

    assertThat(carried).isEmpty();
    assertThat(state()).isEqualTo(new State.Failed("it is too late to tell this"));
  }

  @Test
  void tellsNothingToOneWhoHasNoAddressAnyMore() {
    Delivery seen = only();
    contacts.clear();
    circulating().attempt(seen);
    assertThat(state())
        .isEqualTo(new State.Failed("the participant has no address for this any more"));
  }

  @Test
  void tellsNothingByMailToOneWhoHasAWebhookAlone() {
    Delivery seen = only();
    contacts.set(0, new Contact("br", "es", Optional.empty(), EG.webhook()));

    circulating().attempt(seen);

    assertThat(carried).isEmpty();
    assertThat(state())
        .isEqualTo(new State.Failed("the participant has no address for this any more"));
  }

  @Test
  void remindsNobodyOfADeadlineThatHasBeenMovedWhileTheReminderWaited() {
    contacts.remove(EG);
    now = CLOSES.minus(Duration.ofDays(3));
    circulating().makeDue();
    Delivery reminder =
        circulating().triable().stream()
            .filter(d -> d.occasion().kind() == Kind.CLOSING)
            .findFirst()
            .orElseThrow();
    extensions.add(new Extension(Optional.of("br"), LATER, now.plusSeconds(1)));
    now = now.plusSeconds(2);

    circulating().attempt(reminder);

    assertThat(carried).isEmpty();
    assertThat(deliveries.standing(reminder).orElseThrow().state())
        .isEqualTo(new State.Failed("the deadline has been moved since"));
  }

  @Test
  void remindsOneOfADeadlineThatWasMovedForAnother() {
    contacts.remove(EG);
    now = CLOSES.minus(Duration.ofDays(3));
    circulating().makeDue();
    extensions.add(new Extension(Optional.of("eg"), LATER, now.plusSeconds(1)));
    now = now.plusSeconds(2);

    circulating().triable().forEach(circulating()::attempt);

    assertThat(carried)
        .extracting(m -> m.occasion().kind())
        .containsExactly(Kind.OPENED, Kind.CLOSING);
  }
}
