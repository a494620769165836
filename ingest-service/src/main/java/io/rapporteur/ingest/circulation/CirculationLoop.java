package io.rapporteur.ingest.circulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs circulation on threads of its own, so that no event and no request waits for a mail server.
 * A pass that fails is counted and done again after the interval; the first of a row is logged.
 */
public final class CirculationLoop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CirculationLoop.class);

  private final Circulating circulating;
  private final Duration interval;
  private final ExecutorService couriers;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicLong failures = new AtomicLong();
  private final Thread thread;

  /**
   * Puts it together; {@link #start()} starts it.
   *
   * @param interval between two passes
   * @param parallel how many tries are made side by side
   */
  public CirculationLoop(Circulating circulating, Duration interval, int parallel) {
    this.circulating = circulating;
    this.interval = interval;
    this.couriers =
        Executors.newFixedThreadPool(
            parallel, Thread.ofPlatform().daemon().name("courier-", 1).factory());
    this.thread = Thread.ofPlatform().daemon().name("circulation").unstarted(this::run);
  }

  /** Starts it. */
  public void start() {
    thread.start();
  }

  /** How many passes in a row have failed. */
  public long failuresInARow() {
    return failures.get();
  }

  private void run() {
    try {
      do {
        pass();
      } while (!closing.await(interval.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass() throws InterruptedException {
    try {
      circulating.makeDue();
      List<Future<?>> tries = new ArrayList<>();
      for (Delivery delivery : circulating.triable()) {
        tries.add(couriers.submit(() -> attempt(delivery)));
      }
      for (Future<?> each : tries) {
        each.get();
      }
      failures.set(0);
    } catch (ExecutionException | RuntimeException e) {
      if (failures.getAndIncrement() == 0 && closing.getCount() > 0) {
        // The class of the cause alone: its message could carry an address.
        LOG.warn("circulation: a pass failed, trying again; cause {}", root(e));
      }
    }
  }

  private void attempt(Delivery delivery) {
    if (closing.getCount() > 0) {
      circulating.attempt(delivery);
    }
  }

  private static String root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getName();
  }

  @Override
  public void close() {
    closing.countDown();
    couriers.shutdown();
    try {
      if (thread.getState() != Thread.State.NEW) {
        thread.join(Duration.ofSeconds(5));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    couriers.shutdownNow();
  }
}
