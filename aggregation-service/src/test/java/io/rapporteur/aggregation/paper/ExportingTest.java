package io.rapporteur.aggregation.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapporteur.aggregation.paper.Export.State;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportingTest {

  private static final Asked ASKED = Sample.asked(UnLanguage.EN);
  private static final Made MADE = new Made(Sample.paper(UnLanguage.EN, List.of()), false);

  @TempDir private Path folder;
  private final Turning clock = new Turning();
  private final AtomicInteger ids = new AtomicInteger();
  private final Semaphore mayWrite = new Semaphore(0);
  private final Semaphore atWork = new Semaphore(0);
  private Exporting exporting;

  @BeforeEach
  void begin() {
    exporting = begun();
  }

  @AfterEach
  void end() {
    mayWrite.release(1_000);
    exporting.close();
  }

  /** Writes an item for each permit. */
  private Exporting begun() {
    return new Exporting(
        folder,
        Duration.ofHours(24),
        asked ->
            (paper, progress, out) -> {
              for (int item = 0; item < paper.items(); item++) {
                progress.item();
                atWork.release();
                mayWrite.acquireUninterruptibly();
                out.write(("item " + item + "\n").getBytes(StandardCharsets.UTF_8));
              }
            },
        () -> "export-" + ids.incrementAndGet(),
        clock);
  }

  @Test
  void tellsHowFarItIsAndKeepsTheFileWhenItIsDone() throws IOException {
    Export asked = exporting.start("eg", "k", ASKED, () -> MADE).orElseThrow();
    assertThat(asked.state()).isEqualTo(State.WAITING);

    atWork.acquireUninterruptibly();
    assertThat(exporting.find("eg", asked.id()))
        .get()
        .satisfies(
            export -> {
              assertThat(export.state()).isEqualTo(State.RUNNING);
              assertThat(export.items()).isEqualTo(2);
              assertThat(export.done()).isEqualTo(1);
            });
    mayWrite.release(2);
    Export done = ended(asked);

    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(done.done()).isEqualTo(2);
    assertThat(done.until()).contains(clock.instant().plus(Duration.ofHours(24)));
    try (InputStream file = exporting.open(done).orElseThrow()) {
      assertThat(file).hasContent("item 0\nitem 1\n");
    }
  }

  @Test
  void runsOneAtATime() {
    Export first = exporting.start("eg", "k", ASKED, () -> MADE).orElseThrow();
    Export second = exporting.start("br", "k", ASKED, () -> MADE).orElseThrow();

    atWork.acquireUninterruptibly();

    assertThat(exporting.find("eg", first.id())).map(Export::state).contains(State.RUNNING);
    assertThat(exporting.find("br", second.id())).map(Export::state).contains(State.WAITING);
  }

  @Test
  void showsAnExportToTheAccountThatAskedAlone() {
    Export asked = exporting.start("eg", "k", ASKED, () -> MADE).orElseThrow();

    assertThat(exporting.find("br", asked.id())).isEmpty();
    assertThat(exporting.cancel("br", asked.id())).isFalse();
    assertThat(exporting.find("eg", asked.id())).isPresent();
  }

  @Test
  void asksWhatTheOwnerMaySeeAtTheMomentOfMaking() {
    Semaphore asking = new Semaphore(0);
    assertThat(exporting.start("eg", "k", ASKED, () -> MADE)).isPresent();
    atWork.acquireUninterruptibly();

    exporting.start(
        "eg",
        "k",
        ASKED,
        () -> {
          asking.release();
          return MADE;
        });

    assertThat(asking.availablePermits()).isZero();
    mayWrite.release(1_000);
    await().untilAsserted(() -> assertThat(asking.availablePermits()).isOne());
  }

  @Test
  void endsWhenItIsCancelledAndLeavesNothing() {
    Export asked = exporting.start("eg", "k", ASKED, () -> MADE).orElseThrow();
    Export next = exporting.start("eg", "k", ASKED, () -> MADE).orElseThrow();
    atWork.acquireUninterruptibly();

    assertThat(exporting.cancel("eg", asked.id())).isTrue();
    mayWrite.release(1);

    assertThat(exporting.find("eg", asked.id())).isEmpty();
    // The first stops at its next item; the second runs.
    await()
        .untilAsserted(
            () ->
                assertThat(exporting.find("eg", next.id()))
                    .map(Export::state)
                    .contains(State.RUNNING));
    assertThat(folder.resolve(asked.id())).doesNotExist();
  }

  @Test
  void saysThatItFailedAndGoesOn() {
    Export failing =
        exporting
            .start(
                "eg",
                "k",
                ASKED,
                () -> {
                  throw new IllegalStateException("a failure for the test");
                })
            .orElseThrow();
    Export ending =
        exporting
            .start(
                "eg",
                "k",
                ASKED,
                () -> {
                  throw new OutOfMemoryError("an error for the test");
                })
            .orElseThrow();
    mayWrite.release(1_000);
    Export next = exporting.start("eg", "k", ASKED, () -> MADE).orElseThrow();

    assertThat(ended(failing).state()).isEqualTo(State.FAILED);
    assertThat(ended(ending).state()).isEqualTo(State.FAILED);
    assertThat(ended(next).state()).isEqualTo(State.DONE);
  }

  @Test
  void deletesAFileWhenItsTimeIsOver() throws IOException {
    mayWrite.release(1_000);
    Export done = ended(exporting.start("eg", "k", ASKED, () -> MADE).orElseThrow());
    assertThat(folder.resolve(done.id())).exists();

    clock.now = clock.now.plus(Duration.ofHours(24));

    assertThat(exporting.find("eg", done.id())).isEmpty();
    assertThat(folder.resolve(done.id())).doesNotExist();
    assertThat(exporting.open(done)).isEmpty();
  }

  @Test
  void refusesMoreThanAnAccountMayHaveAndTakesThemFromAnother() {
    for (int n = 0; n < Exporting.MOST_OF_ONE; n++) {
      assertThat(exporting.start("eg", "k", ASKED, () -> MADE)).isPresent();
    }

    assertThat(exporting.start("eg", "k", ASKED, () -> MADE)).isEmpty();
    assertThat(exporting.start("br", "k", ASKED, () -> MADE)).isPresent();
  }

  @Test
  void beginsWithAnEmptyFolder() throws IOException {
    Files.writeString(folder.resolve("of-an-instance-before"), "sealed");

    begun().close();

    assertThat(folder).isEmptyDirectory();
  }

  private Export ended(Export export) {
    return await()
        .until(
            () -> exporting.find(export.owner(), export.id()),
            found -> found.flatMap(Export::endedAt).isPresent())
        .orElseThrow();
  }

  /** A clock that is turned by hand. */
  private static final class Turning extends Clock {

    private volatile Instant now = Instant.parse("2026-11-26T12:00:00Z");

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
