package io.rapporteur.aggregation.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutTest {

  private static final int PARTITIONS = 3;

  @Test
  void holdsOfEachPartitionWhatHadBeenReceivedByThen() {
    List<Place> places = List.of(place(0, 0, 10), place(0, 3, 20), place(2, 7, 15));

    assertThat(at(9, places).name()).isEqualTo("cut:0.0.0");
    assertThat(at(10, places).name()).isEqualTo("cut:1.0.0");
    assertThat(at(15, places).name()).isEqualTo("cut:1.0.8");
    assertThat(at(20, places).name()).isEqualTo("cut:4.0.8");
    assertThat(Cut.after(places, PARTITIONS)).isEqualTo(at(20, places));
  }

  @Test
  void endsAtTheFirstThatCameLaterEvenIfOneOfBeforeFollowsIt() {
    // The record of rank 1 was received at 30; that of rank 2 at 10, but it stands behind.
    List<Place> places = List.of(place(0, 0, 10), place(0, 1, 30), place(0, 2, 30));

    assertThat(at(20, places).name()).isEqualTo("cut:1.0.0");
  }

  @Test
  void isFoundAgainByItsName() {
    Cut cut = new Cut(List.of(1L, 0L, 123_456_789L));

    assertThat(Cut.parse(cut.name(), PARTITIONS)).contains(cut);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cut:",
        "cut:1",
        "cut:1.2",
        "cut:1.2.3.4",
        "cut:1.2.x",
        "cut:-1.2.3",
        "1.2.3",
        "cut:1.2.9999999999999999999",
        "cut:1..3",
        "cut:1.2.3 "
      })
  void isNothingElse(String name) {
    assertThat(Cut.parse(name, PARTITIONS)).isEmpty();
  }

  @Test
  void isWithinAnotherIfNoPartitionGoesFurther() {
    Cut cut = new Cut(List.of(1L, 2L, 3L));

    assertThat(cut.isWithin(cut)).isTrue();
    assertThat(cut.isWithin(new Cut(List.of(1L, 3L, 3L)))).isTrue();
    assertThat(cut.isWithin(new Cut(List.of(9L, 1L, 9L)))).isFalse();
  }

  @Test
  void holdsTheSameWhateverTheOrderInWhichPlacesAreFound() {
    Random random = new Random(7);
    List<Place> places = new ArrayList<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      long upTo = 0;
      for (int rank = 0; rank < 40; rank++) {
        upTo = Math.max(upTo, random.nextInt(100));
        places.add(place(partition, rank, upTo));
      }
    }
    for (int time = 0; time <= 100; time++) {
      Cut cut = at(time, places);
      int now = time;
      assertThat(places.stream().filter(cut::holds))
          .containsExactlyInAnyOrderElementsOf(
              places.stream()
                  .filter(place -> !place.receivedUpTo().isAfter(Instant.ofEpochSecond(now)))
                  .toList());
      Collections.shuffle(places, random);
      assertThat(at(time, places)).isEqualTo(cut);
    }
  }

  @Test
  void leavesOfAHistoryWhatIsBeforeIt() {
    List<Comment> history =
        List.of(
            Comments.at(place(1, 4, 10), Comments.revision("c", 1, false, false)),
            Comments.at(place(1, 9, 20), Comments.revision("c", 2, false, false)));

    assertThat(CommentHistory.until(new Cut(List.of(9L, 4L, 9L)), history)).isEmpty();
    assertThat(CommentHistory.until(new Cut(List.of(0L, 9L, 0L)), history))
        .extracting(Comment::revision)
        .containsExactly(1);
    assertThat(CommentHistory.until(new Cut(List.of(0L, 10L, 0L)), history)).isEqualTo(history);
  }

  private static Cut at(long second, List<Place> places) {
    return Cut.at(Instant.ofEpochSecond(second), places, PARTITIONS);
  }

  private static Place place(int partition, long rank, long receivedUpTo) {
    return new Place(partition, rank, Instant.ofEpochSecond(receivedUpTo));
  }
}
