package io.rapporteur.comments.attachment;

import io.rapporteur.schemas.log.OutcomeUnknownException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges one after the other what the log says is waiting, so that a restart or the death of
 * another instance leaves nothing behind. What cannot be judged now is tried again later; a file
 * never costs the others their turn. One thread; starting and stopping are for one caller.
 */
public final class JudgingWhatWaits implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JudgingWhatWaits.class);

  /** Between two looks at what waits, unless something comes in here. */
  static final Duration INTERVAL = Duration.ofSeconds(5);

  private final Uploads uploads;
  private final Judging judging;
  private final BooleanSupplier ready;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition came = lock.newCondition();
  private final Thread thread =
      Thread.ofPlatform().name("attachment-verdicts").daemon(true).unstarted(this::run);
  private boolean waiting;
  private volatile boolean closing;
  private boolean failing;

  /**
   * Puts it together, not yet started.
   *
   * @param ready whether the log has been read: before, much seems to wait that has its verdict
   */
  public JudgingWhatWaits(Uploads uploads, Judging judging, BooleanSupplier ready, Clock clock) {
    this.uploads = uploads;
    this.judging = judging;
    this.ready = ready;
    this.clock = clock;
  }

  /** Starts looking. */
  public void start() {
    thread.start();
  }

  /** Says that something came in. */
  public void look() {
    lock.lock();
    try {
      waiting = true;
      came.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (!closing) {
      judgeAll();
      pause();
    }
  }

  /** Judges what waits now; visible to tests. */
  void judgeAll() {
    if (!ready.getAsBoolean()) {
      return;
    }
    for (Upload upload : uploads.waiting()) {
      if (closing) {
        return;
      }
      judge(upload);
    }
  }

  private void judge(Upload upload) {
    try {
      Optional<Verdict> verdict = judging.judge(upload);
      if (verdict.isEmpty()) {
        told("attachment {} waits: {}", upload.id(), "its bytes are not in the store");
        return;
      }
      uploads.judged(upload, verdict.get(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
      failing = false;
    } catch (ScannerUnavailableException
        | StoreUnavailableException
        | OutcomeUnknownException
        | UncheckedIOException e) {
      told("attachment {} waits: {}", upload.id(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("attachment {} waits", upload.id(), e);
    }
  }

  /** Once, until something is judged again. */
  private void told(String message, String attachment, @Nullable String cause) {
    if (!failing) {
      LOG.warn(message, attachment, cause);
    }
    failing = true;
  }

  private void pause() {
    lock.lock();
    try {
      if (!waiting) {
        boolean told = came.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        LOG.trace("looks again, told: {}", told);
      }
      waiting = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing = true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    try {
      // What it reads from is closed next.
      thread.join(INTERVAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
