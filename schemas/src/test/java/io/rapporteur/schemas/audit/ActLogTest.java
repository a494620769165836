package io.rapporteur.schemas.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.events.ActNoted;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActLogTest {

  private final List<List<Map.Entry<String, ActNoted>>> written = new CopyOnWriteArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  @Test
  void whatComesWhileTheTopicIsWaitedForIsWrittenTogetherAndInOrder() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch acknowledged = new CountDownLatch(1);
    ActLog log =
        new ActLog(
            acts -> {
              written.add(acts);
              first.countDown();
              waitFor(acknowledged);
            },
            () -> closed.set(true));

    log.note(act("0", "eg"));
    first.await();
    IntStream.rangeClosed(1, 2_500).forEach(number -> log.note(act("" + number, "eg")));
    acknowledged.countDown();
    log.close();

    assertThat(written).extracting(List::size).containsExactly(1, 1_000, 1_000, 500);
    assertThat(written.stream().flatMap(List::stream).map(entry -> entry.getValue().getAct()))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(0, 2_500).mapToObj(String::valueOf).toList());
    assertThat(closed).isTrue();
  }

  @Test
  void anUnknownOutcomeOfSomeIsNotTheEndOfTheNext() {
    ActLog log =
        new ActLog(
            acts -> {
              written.add(acts);
              if (written.size() == 1) {
                throw new OutcomeUnknownException("no acknowledgement", new RuntimeException());
              }
            },
            () -> closed.set(true));

    log.note(act("lost", "eg"));
    while (written.isEmpty()) {
      Thread.onSpinWait();
    }
    log.note(act("next", "eg"));
    log.close();

    assertThat(written.getLast())
        .extracting(entry -> entry.getValue().getAct())
        .containsExactly("next");
  }

  @Test
  void actsOfAParticipantStandTogetherAndThoseOfNoneByTheirRole() {
    ActLog log = new ActLog(written::add, () -> closed.set(true));

    log.note(act("1", "eg"));
    log.note(act("2", null));
    log.close();

    assertThat(written.stream().flatMap(List::stream).map(Map.Entry::getKey))
        .containsExactly("eg", "delegation");
  }

  @Test
  void anActThatFindsNoRoomIsNotWaitedFor() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch acknowledged = new CountDownLatch(1);
    ActLog log =
        new ActLog(
            acts -> {
              written.add(acts);
              first.countDown();
              waitFor(acknowledged);
            },
            () -> closed.set(true));

    log.note(act("0", "eg"));
    first.await();
    IntStream.rangeClosed(1, 10_001).forEach(number -> log.note(act("" + number, "eg")));
    acknowledged.countDown();
    log.close();

    assertThat(written.stream().mapToInt(List::size).sum()).isEqualTo(10_001);
    assertThat(written.getLast().getLast().getValue().getAct()).isEqualTo("10000");
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ActNoted act(String id, @Nullable String participant) {
    return ActNoted.newBuilder()
        .setAct(id)
        .setNotedAt(Instant.EPOCH)
        .setAccount("an-account")
        .setRole("delegation")
        .setParticipant(participant)
        .setWithin(false)
        .setDoor("POST /api/v1/comments")
        .setThings(List.of())
        .setStatus(201)
        .setNote(null)
        .build();
  }
}
