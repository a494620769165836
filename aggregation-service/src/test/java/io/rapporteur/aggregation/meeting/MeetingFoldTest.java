package io.rapporteur.aggregation.meeting;

import static io.rapporteur.aggregation.meeting.MeetingExamples.NOON;
import static io.rapporteur.aggregation.meeting.MeetingExamples.amended;
import static io.rapporteur.aggregation.meeting.MeetingExamples.card;
import static io.rapporteur.aggregation.meeting.MeetingExamples.fromTheFloor;
import static io.rapporteur.aggregation.meeting.MeetingExamples.id;
import static io.rapporteur.aggregation.meeting.MeetingExamples.merged;
import static io.rapporteur.aggregation.meeting.MeetingExamples.on;
import static io.rapporteur.aggregation.meeting.MeetingExamples.split;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.aggregation.meeting.MeetingExamples.Room;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every meeting, whatever is tried in it; a failure names the seed that made it. */
class MeetingFoldTest {

  private static final int ACTS = 250;
  private static final Kind[] PLAIN = {
    Kind.OPENED,
    Kind.AGREED,
    Kind.AGREED_AD_REFERENDUM,
    Kind.DEFERRED,
    Kind.NOT_AGREED,
    Kind.REOPENED
  };

  private final Room room = new Room();
  private int refused;

  private void anything(long seed) {
    var random = new Random(seed);
    room.propose("one", "two", "three", "four", "five", "six");
    for (int i = 0; i < ACTS; i++) {
      List<String> before = room.pictures();
      Function<Meeting, Judgement> judging = act(random);
      MeetingOutcome outcome = room.tried(judging);
      if (outcome instanceof MeetingOutcome.Counted) {
        Step.Fact fact = room.log.log().getLast().fact();
        boolean shows =
            fact instanceof Step.Shown
                || fact instanceof Step.Circulated
                || (fact instanceof Step.Decisions decided && decided.shown());
        if (!shows) {
          assertThat(room.pictures()).as("after %s, seed %s", fact, seed).isEqualTo(before);
        }
      } else {
        refused++;
      }
      noCircle(room.meeting(), seed);
    }
  }

  private Function<Meeting, Judgement> act(Random random) {
    int entries = room.meeting().all().size();
    int one = 1 + random.nextInt(entries);
    int other = 1 + random.nextInt(entries);
    int seen = room.seen();
    return switch (random.nextInt(12)) {
      case 0 -> Judging.proposing(List.of(card("proposed", "item " + random.nextInt())));
      case 1 -> Judging.revising(card("revised " + seen).numbered(id(one)), seen);
      case 2 -> Judging.withdrawing(id(one), "x", seen);
      case 3 -> {
        List<String> order =
            new ArrayList<>(room.meeting().entries().stream().map(Entry::id).toList());
        Collections.shuffle(order, random);
        yield Judging.ordering(order, seen);
      }
      case 4 -> Judging.circulating(Optional.empty(), Optional.empty(), seen);
      case 5 -> Judging.showing(Optional.empty());
      case 6, 7 -> {
        Optional<Decided> last = room.meeting().entry(id(one)).orElseThrow().decided();
        yield Judging.correcting(
            new Step.Corrected(
                id(one),
                last.map(Decided::step).orElse(1),
                "x",
                random.nextBoolean() ? Optional.empty() : Optional.of(decision(random, one, other)),
                NOON),
            seen);
      }
      default ->
          Judging.deciding(
              random.nextBoolean()
                  ? List.of(decision(random, one, other))
                  : List.of(decision(random, one, other), decision(random, other, one)),
              NOON,
              random.nextInt(4) == 0,
              Optional.of(seen));
    };
  }

  private static Decision decision(Random random, int one, int other) {
    return switch (random.nextInt(9)) {
      case 0, 1, 2 -> merged(one, other);
      case 3 -> split(one, "a", "b");
      case 4 -> fromTheFloor("floor");
      case 5 -> amended(one, "amended " + random.nextInt(100));
      default -> on(one, PLAIN[random.nextInt(PLAIN.length)]);
    };
  }

  private static void noCircle(Meeting meeting, long seed) {
    for (Entry entry : meeting.entries()) {
      Set<String> seen = new HashSet<>();
      List<Entry> open = new ArrayList<>(meeting.successors(entry));
      while (!open.isEmpty()) {
        Entry next = open.removeLast();
        assertThat(next.id()).as("a circle, seed %s", seed).isNotEqualTo(entry.id());
        assertThat(meeting.gone(next)).as("%s of %s, seed %s", next, entry, seed).isFalse();
        if (seen.add(next.id())) {
          open.addAll(meeting.successors(next));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void hasNoCircleAndShowsNothingButByAnActThatShows(long seed) {
    anything(seed);

    assertThat(room.seen()).isGreaterThan(ACTS / 5);
    assertThat(refused).isGreaterThan(ACTS / 10);
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void isTheSameAfterAReplayWhereverTheReadingWasInterrupted(long seed) {
    anything(seed);
    List<Step> log = room.log.log();
    var random = new Random(seed);

    for (int i = 0; i < 10; i++) {
      int cut = random.nextInt(log.size());
      Meeting replayed =
          Meeting.of("c").after(log.subList(0, cut)).after(log.subList(cut, log.size()));
      assertThat(told(replayed)).isEqualTo(told(room.meeting()));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34})
  void isTheSameWhateverIsAppendedTwiceOrOutOfTurn(long seed) {
    anything(seed);
    var random = new Random(seed);
    var log = new MeetingsInMemory();
    List<Step> all = room.log.log();

    for (int i = 0; i < all.size(); i++) {
      if (random.nextBoolean()) {
        log.append(all.get(random.nextInt(all.size())));
      }
      log.append(all.get(Math.min(log.meeting("c").revision(), all.size() - 1)));
    }
    while (log.meeting("c").revision() < all.size()) {
      log.append(all.get(log.meeting("c").revision()));
    }

    assertThat(told(log.meeting("c"))).isEqualTo(told(room.meeting()));
  }

  private static String told(Meeting meeting) {
    return meeting.revision()
        + " "
        + meeting.entries()
        + meeting.pictures()
        + meeting.statements()
        + meeting.circulation();
  }
}
