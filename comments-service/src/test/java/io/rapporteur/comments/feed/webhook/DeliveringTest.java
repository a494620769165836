package io.rapporteur.comments.feed.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.comments.comment.Act;
import io.rapporteur.comments.feed.Entry;
import io.rapporteur.comments.feed.FeedEntry;
import io.rapporteur.comments.feed.FeedsInMemory;
import io.rapporteur.comments.feed.Following;
import io.rapporteur.comments.feed.Kind;
import io.rapporteur.comments.feed.Source;
import io.rapporteur.comments.feed.Strand;
import io.rapporteur.comments.feed.Told;
import io.rapporteur.comments.feed.webhook.Receivers.Outcome;
import io.rapporteur.comments.feed.webhook.Webhook.State;
import io.rapporteur.schemas.delivery.Release;
import io.rapporteur.schemas.delivery.RetryPolicy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Registering webhooks and telling them, with a clock that is set. */
class DeliveringTest {

  private static final URI URL = URI.create("https://hooks.example.org/in");
  private static final Strand STRAND = new Strand(Source.COMMENTS, 3);

  /** A call that was made. */
  private record Call(String participant, String id, List<String> secrets, List<String> told) {}

  private final FeedsInMemory feeds = new FeedsInMemory();
  private final Following following = new Following(feeds);
  private final KeptWebhooks webhooks = new KeptWebhooks();
  private final SetClock clock = new SetClock();
  private final List<Call> calls = new ArrayList<>();
  private final Named secrets = new Named("key");
  private final Registering registering = new Registering(webhooks, following, secrets);
  private Outcome answer = new Outcome.Taken();
  private Runnable whileCalling = () -> {};
  private Release.Standing release = new Release.Standing.Released(Instant.EPOCH);
  private int keys;

  @Test
  void tellsWhatComesAfterItWasRegisteredAndNothingTwice() {
    happens("eg", "before");
    register("eg");
    happens("br", "of another");
    happens("eg", "a");
    happens("eg", "b");

    pass("one");
    pass("one");

    assertThat(calls).singleElement().extracting(Call::told).isEqualTo(List.of("a", "b"));
    assertThat(webhooks.kinds())
        .containsExactly(Change.Kind.REGISTERED, Change.Kind.CLAIMED, Change.Kind.DELIVERED);
    assertThat(standing("eg").deliveredAt()).contains(clock.now);
  }

  @Test
  void tellsFromTheCursorThatIsNamed() {
    happens("eg", "a");
    String cursor = page("eg", Optional.empty()).cursor();
    happens("eg", "b");
    done(registering.register(act("eg", "from"), URL, Optional.of(cursor)));

    pass("one");

    assertThat(calls.getFirst().told()).containsExactly("b");
    assertThat(registering.register(act("br", "from"), URL, Optional.of(cursor)))
        .isEqualTo(new Registering.NoSuchCursor());
  }

  @Test
  void triesAgainLaterAfterAFailureAndThenTellsAllUnderAnotherIdIfMoreHasCome() {
    register("eg");
    happens("eg", "a");
    answer = new Outcome.NotNow("the receiver answered 500");
    pass("one");
    pass("one");
    assertThat(calls).hasSize(1);
    assertThat(standing("eg").state()).isInstanceOf(State.Retrying.class);

    clock.pass(Duration.ofMinutes(1));
    pass("one");
    assertThat(calls).hasSize(2).extracting(Call::id).containsOnly(calls.getFirst().id());
    happens("eg", "b");
    answer = new Outcome.Taken();
    clock.pass(Duration.ofMinutes(5));
    pass("one");

    assertThat(calls.getLast().told()).containsExactly("a", "b");
    assertThat(calls.getLast().id()).isNotEqualTo(calls.getFirst().id());
    assertThat(standing("eg").failures()).isZero();
  }

  @Test
  void stopsAfterAllTriesAndGoesOnWithoutAGapOnceItIsRegisteredAgain() {
    register("eg");
    happens("eg", "a");
    answer = new Outcome.NotNow("the receiver answered 500");
    for (int n = 0; n < 10; n++) {
      pass("one");
      clock.pass(Duration.ofHours(1));
    }
    assertThat(calls).hasSize(3);
    assertThat(standing("eg").state()).isEqualTo(new State.Stopped("the receiver answered 500"));
    answer = new Outcome.Taken();

    Registering.Done again = done(registering.register(act("eg", "again"), URL, Optional.empty()));
    pass("one");

    assertThat(again.secret()).isEmpty();
    assertThat(calls).hasSize(4);
    assertThat(calls.getLast().told()).containsExactly("a");
  }

  @Test
  void callsNobodyWhoWantsNoMore() {
    register("eg");
    happens("eg", "a");
    answer = new Outcome.Never("the receiver wants no more (410)");

    pass("one");
    clock.pass(Duration.ofDays(1));
    pass("one");

    assertThat(calls).hasSize(1);
  }

  @Test
  void isToldByOneOfTwoInstances() {
    register("eg");
    happens("eg", "a");
    Delivering one = delivering("one");
    Delivering two = delivering("two");
    Webhook seen = one.due().getFirst();
    whileCalling = () -> two.due().forEach(two::attempt);

    one.attempt(seen);
    // It saw it before the claim.
    two.attempt(seen);

    assertThat(calls).hasSize(1);
  }

  @Test
  void isToldByTheOtherInstanceOnceTheClaimOfADeadOneExpires() {
    register("eg");
    happens("eg", "a");
    Webhook seen = standing("eg");
    webhooks.append(
        new Change(
            seen.claimed(clock.now.plusSeconds(300)),
            Change.Kind.CLAIMED,
            "r",
            "d",
            clock.now,
            "dead"));

    pass("two");
    assertThat(calls).isEmpty();
    clock.pass(Duration.ofSeconds(301));
    pass("two");

    assertThat(calls).hasSize(1);
  }

  @Test
  void callsNobodyWhileItIsHeldOrHasAnotherKey() {
    register("eg");
    happens("eg", "a");
    release = new Release.Standing.Held("this instance has not been released");
    Webhook seen = standing("eg");

    assertThat(delivering("one").due()).isEmpty();
    delivering("one").attempt(seen);
    release = new Release.Standing.Released(Instant.EPOCH);
    assertThat(delivering("other", new Named("another")).due()).isEmpty();

    assertThat(calls).isEmpty();
    assertThat(webhooks.kinds()).containsExactly(Change.Kind.REGISTERED);
  }

  @Test
  void signsWithTheEarlierSecretTooForADay() {
    String first = register("eg").secret().orElseThrow();
    String second = done(registering.rotate(act("eg", "rotate"))).secret().orElseThrow();
    happens("eg", "a");
    pass("one");
    assertThat(calls.getFirst().secrets()).containsExactly(second, first).doesNotHaveDuplicates();

    clock.pass(Registering.OVERLAP);
    happens("eg", "b");
    pass("one");
    assertThat(calls.getLast().secrets()).containsExactly(second);
  }

  @Test
  void keepsWhatWasToldWhileASecretWasRotated() {
    register("eg");
    happens("eg", "a");
    whileCalling = () -> done(registering.rotate(act("eg", "rotate")));

    pass("one");
    whileCalling = () -> {};
    clock.pass(Duration.ofHours(1));
    pass("one");

    assertThat(calls).hasSize(1);
    assertThat(standing("eg").earlier()).isPresent();
  }

  @Test
  void tellsARetryTheSameSecretAndRefusesItsKeyForAnotherRequest() {
    Act act = act("eg", "k");
    Registering.Done first = done(registering.register(act, URL, Optional.empty()));

    assertThat(registering.register(act, URL, Optional.empty())).isEqualTo(first);
    assertThat(first.secret()).isPresent();
    assertThat(registering.remove(new Act("eg", "eg", act.key(), clock.now, Map.of("act", "x"))))
        .isEqualTo(new Registering.KeyReused());
  }

  @Test
  void makesAnotherSecretForAWebhookThatIsRegisteredAfterItsRemoval() {
    String first = register("eg").secret().orElseThrow();
    done(registering.remove(act("eg", "remove")));
    happens("eg", "meanwhile");
    pass("one");
    assertThat(registering.remove(act("eg", "remove again")))
        .isEqualTo(new Registering.NoWebhook());
    assertThat(registering.rotate(act("eg", "rotate"))).isEqualTo(new Registering.NoWebhook());

    String second = register("eg").secret().orElseThrow();
    pass("one");

    assertThat(second).isNotEqualTo(first);
    assertThat(calls).isEmpty();
  }

  private void happens(String reader, String about) {
    feeds.tell(STRAND, new Told(reader, Entry.of(Kind.COMMENT_REVISED, clock.now, about)));
  }

  private void pass(String instance) {
    Delivering delivering = delivering(instance);
    delivering.due().forEach(delivering::attempt);
  }

  private Delivering delivering(String instance) {
    return delivering(instance, secrets);
  }

  private Delivering delivering(String instance, Secrets of) {
    return new Delivering(
        webhooks,
        following,
        this::call,
        of,
        new Standing(),
        new RetryPolicy(3, Duration.ofSeconds(10), Duration.ofMinutes(5)),
        clock,
        new SplittableRandom(1),
        instance);
  }

  private Outcome call(Webhook webhook, String id, List<String> valid, Following.Page page) {
    calls.add(
        new Call(
            webhook.participant(),
            id,
            valid,
            page.entries().stream().map(FeedEntry::entry).map(Entry::about).toList()));
    whileCalling.run();
    return answer;
  }

  private Registering.Done register(String participant) {
    return done(registering.register(act(participant, "register" + keys++), URL, Optional.empty()));
  }

  private Webhook standing(String participant) {
    return registering.standing(participant).orElseThrow();
  }

  private Following.Page page(String reader, Optional<String> cursor) {
    return (Following.Page) following.after(reader, cursor, 100);
  }

  private Act act(String participant, String key) {
    return new Act(participant, participant, key, clock.now, Map.of("key", key));
  }

  private static Registering.Done done(Registering.Outcome outcome) {
    assertThat(outcome).isInstanceOf(Registering.Done.class);
    return (Registering.Done) outcome;
  }

  private record Named(String key) implements Secrets {

    @Override
    public String secret(String participant, int number) {
      return key + " " + participant + " " + number;
    }
  }

  private final class Standing implements Release {

    @Override
    public Release.Standing standing(long reached) {
      return release;
    }

    @Override
    public void release(Instant since, long reached) {
      release = new Release.Standing.Released(since);
    }
  }

  private static final class SetClock extends Clock {

    private Instant now = Instant.parse("2021-02-01T12:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
