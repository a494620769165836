package io.rapporteur.comments.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Pages of a feed, over many made-up histories. */
class FollowingTest {

  private static final List<String> READERS = List.of("eg", "br", "cl");
  private static final Instant START = Instant.parse("2021-02-01T12:00:00Z");

  /** What happened: where it stands and who is told. */
  private record Act(Strand strand, Told told) {}

  @Test
  void tellsEachEntryOnceAndInTheOrderOfItsPartitionWhileActsComeIn() {
    for (int seed = 0; seed < 300; seed++) {
      var random = new SplittableRandom(seed);
      List<Act> history = history(random, 1 + random.nextInt(800));
      var feeds = new FeedsInMemory();
      var next = new AtomicInteger();
      // Acts come in whenever the feed is looked at, in the middle of a page too.
      feeds.whenAsked(
          () -> {
            // Some at once, as a view shows what it has read.
            int some = random.nextInt(60) == 0 ? random.nextInt(30) : 0;
            while (next.get() < history.size() && some-- > 0) {
              Act act = history.get(next.getAndIncrement());
              feeds.tell(act.strand, act.told);
            }
          });

      for (String reader : READERS) {
        List<FeedEntry> read = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        boolean all = false;
        while (!all) {
          boolean quiet = next.get() == history.size();
          var page = page(feeds, reader, cursor, 1 + random.nextInt(30));
          read.addAll(page.entries());
          all = quiet && !page.more();
          cursor = Optional.of(page.cursor());
        }

        assertThat(read).as("seed %d", seed).extracting(FeedEntry::id).doesNotHaveDuplicates();
        assertThat(byStrand(read)).as("seed %d", seed).isEqualTo(expected(history, reader));
      }
    }
  }

  @Test
  void givesTheSamePagesOnInstancesThatReadTheTopicsInAnotherOrder() {
    for (int seed = 0; seed < 100; seed++) {
      var random = new SplittableRandom(seed);
      List<Act> history = history(random, 300);
      FeedsInMemory one = told(history);
      FeedsInMemory two = told(anotherOrder(history, random));

      for (String reader : READERS) {
        Optional<String> cursor = Optional.empty();
        boolean more = true;
        while (more) {
          int limit = 1 + random.nextInt(40);
          var page = page(one, reader, cursor, limit);
          assertThat(page).as("seed %d", seed).isEqualTo(page(two, reader, cursor, limit));
          cursor = Optional.of(page.cursor());
          more = page.more();
        }
      }
    }
  }

  @Test
  void ordersWhatStandsInDifferentPartitionsByTime() {
    var feeds = new FeedsInMemory();
    feeds.tell(new Strand(Source.RECOMMENDATIONS, 1), told(Told.EVERYONE, "third", 30));
    feeds.tell(new Strand(Source.COMMENTS, 5), told("eg", "second", 20));
    feeds.tell(new Strand(Source.CONSULTATIONS, 2), told(Told.EVERYONE, "first", 10));

    assertThat(page(feeds, "eg", Optional.empty(), 10).entries())
        .extracting(entry -> entry.entry().about())
        .containsExactly("first", "second", "third");
  }

  @Test
  void answersTheSameCursorWhileNothingHappens() {
    FeedsInMemory feeds = told(history(new SplittableRandom(1), 50));
    var read = page(feeds, "eg", Optional.empty(), 1_000);

    var empty = page(feeds, "eg", Optional.of(read.cursor()), 10);

    assertThat(empty).isEqualTo(new Following.Page(List.of(), read.cursor(), false));
  }

  @Test
  void tellsNothingByTheCursorOfWhatOthersDo() {
    List<Act> history = history(new SplittableRandom(2), 200);
    List<Act> withoutOthers =
        history.stream()
            .filter(act -> List.of("eg", Told.EVERYONE).contains(act.told.reader()))
            .toList();

    assertThat(page(told(history), "eg", Optional.empty(), 1_000))
        .isEqualTo(page(told(withoutOthers), "eg", Optional.empty(), 1_000));
  }

  @Test
  void readsOnWhereAnotherInstanceHadReadFurther() {
    List<Act> history = history(new SplittableRandom(3), 100);
    String cursor = page(told(history), "eg", Optional.empty(), 1_000).cursor();
    FeedsInMemory behind = told(history.subList(0, 40));
    behind.whenCatchingUp(
        () -> history.subList(40, 100).forEach(act -> behind.tell(act.strand, act.told)));

    assertThat(page(behind, "eg", Optional.of(cursor), 10).entries()).isEmpty();
  }

  @Test
  void refusesWhatIsNoCursorOfThisReaderAndThisLog() {
    List<Act> history = history(new SplittableRandom(4), 100);
    FeedsInMemory feeds = told(history);
    String cursor = page(feeds, "eg", Optional.empty(), 20).cursor();
    String ofAnother = page(feeds, "br", Optional.empty(), 20).cursor();
    String beyond =
        page(told(history(new SplittableRandom(4), 200)), "eg", Optional.empty(), 1_000).cursor();
    List<String> refused =
        new ArrayList<>(
            List.of(
                ofAnother, beyond, "", "?", "AQ", cursor + "A", cursor + "=", "A".repeat(9_000)));
    byte[] bytes = Base64.getUrlDecoder().decode(cursor);
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      refused.add(Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
    }

    assertThat(refused)
        .allSatisfy(
            text ->
                assertThat(new Following(feeds).after("eg", Optional.of(text), 10))
                    .as(text)
                    .isEqualTo(new Following.NoSuchCursor()));
  }

  @Test
  void refusesTheCursorOfAnotherWhoHasBeenToldTheSame() {
    var feeds = new FeedsInMemory();
    feeds.tell(new Strand(Source.CONSULTATIONS, 2), told(Told.EVERYONE, "for all", 10));
    String cursor = page(feeds, "eg", Optional.empty(), 10).cursor();

    assertThat(new Following(feeds).after("br", Optional.of(cursor), 10))
        .isEqualTo(new Following.NoSuchCursor());
  }

  @Test
  void refusesACursorOfWhatARestoreOfAnOlderCopyLost() {
    List<Act> before = history(new SplittableRandom(5), 100);
    List<Act> since = new ArrayList<>(before.subList(0, 60));
    // As many acts again, in the same partitions, but others.
    before
        .subList(60, 100)
        .forEach(
            act ->
                since.add(
                    new Act(
                        act.strand,
                        told(act.told.reader(), "another " + act.told.entry().about(), 900))));
    String cursor = page(told(before), "eg", Optional.empty(), 1_000).cursor();

    assertThat(new Following(told(since)).after("eg", Optional.of(cursor), 10))
        .isEqualTo(new Following.NoSuchCursor());
  }

  private static Following.Page page(
      Feeds feeds, String reader, Optional<String> cursor, int limit) {
    Following.Outcome outcome = new Following(feeds).after(reader, cursor, limit);
    assertThat(outcome).isInstanceOf(Following.Page.class);
    return (Following.Page) outcome;
  }

  private static Map<Strand, List<Entry>> byStrand(List<FeedEntry> entries) {
    Map<Strand, List<Entry>> byStrand = new HashMap<>();
    entries.forEach(
        e -> byStrand.computeIfAbsent(e.strand(), s -> new ArrayList<>()).add(e.entry()));
    return byStrand;
  }

  private static Map<Strand, List<Entry>> expected(List<Act> history, String reader) {
    Map<Strand, List<Entry>> byStrand = new HashMap<>();
    for (Act act : history) {
      if (act.told.reader().equals(Told.EVERYONE) || act.told.reader().equals(reader)) {
        byStrand.computeIfAbsent(act.strand, s -> new ArrayList<>()).add(act.told.entry());
      }
    }
    return byStrand;
  }

  private static FeedsInMemory told(List<Act> history) {
    var feeds = new FeedsInMemory();
    history.forEach(act -> feeds.tell(act.strand, act.told));
    return feeds;
  }

  /** The same order within each partition, and any between them. */
  private static List<Act> anotherOrder(List<Act> history, SplittableRandom random) {
    Map<Strand, Integer> turns = new HashMap<>();
    List<Act> another = new ArrayList<>(history);
    Strand.ALL.forEach(strand -> turns.put(strand, random.nextInt()));
    another.sort(Comparator.comparing(act -> turns.getOrDefault(act.strand, 0)));
    return another;
  }

  private static List<Act> history(SplittableRandom random, int acts) {
    List<Act> history = new ArrayList<>();
    for (int n = 0; n < acts; n++) {
      // Few partitions, so that rows of all and of one meet; times repeat and go back.
      var strand =
          new Strand(
              Source.values()[random.nextInt(Source.values().length)], random.nextInt(3) * 5);
      String reader =
          random.nextInt(3) == 0 ? Told.EVERYONE : READERS.get(random.nextInt(READERS.size()));
      history.add(new Act(strand, told(reader, "act " + n, n / 3 + random.nextInt(5))));
    }
    return history;
  }

  private static Told told(String reader, String about, int second) {
    return new Told(reader, Entry.of(Kind.COMMENT_REVISED, START.plusSeconds(second), about));
  }
}
