package io.rapporteur.ingest.circulation;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs circulation on threads of its own, so that no event and no request waits for a mail server.
 * A pass that fails is counted and done again after the interval; the first of a row is logged.
 *
 * <p>No pass waits for a try, and each means has threads of its own, so that a mail server that
 * hangs holds no webhook. A participant is told one thing at a time by one means, in the order in
 * which things happened: a receiver that hangs holds one thread.
 */
public final class CirculationLoop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CirculationLoop.class);

  /** For what is under way at the close. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Circulating circulating;
  private final Duration interval;
  private final Map<Channel, ExecutorService> couriers = new EnumMap<>(Channel.class);
  private final Set<Lane> busy = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicBoolean tryFailed = new AtomicBoolean();
  private final AtomicLong failures = new AtomicLong();
  private final Thread thread;

  private record Lane(Channel channel, String participant) {}

  /**
   * Puts it together; {@link #start()} starts it.
   *
   * @param interval between two passes
   * @param mails how many mails are on their way side by side, to the one server
   * @param webhooks how many webhooks are, each to a receiver of its own
   */
  public CirculationLoop(Circulating circulating, Duration interval, int mails, int webhooks) {
    this.circulating = circulating;
    this.interval = interval;
    couriers.put(Channel.EMAIL, threads("mail-", mails));
    couriers.put(Channel.WEBHOOK, threads("webhook-", webhooks));
    this.thread = Thread.ofPlatform().daemon().name("circulation").unstarted(this::run);
  }

  private static ExecutorService threads(String name, int most) {
    return Executors.newFixedThreadPool(most, Thread.ofPlatform().daemon().name(name, 1).factory());
  }

  /** Starts it. */
  public void start() {
    thread.start();
  }

  /** How many passes in a row have failed, or had a try whose outcome could not be written. */
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

  private void pass() {
    if (!tryFailed.getAndSet(false)) {
      failures.set(0);
    }
    try {
      circulating.makeDue();
      circulating.triable().forEach(this::submit);
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private void submit(Delivery delivery) {
    var lane = new Lane(delivery.channel(), delivery.participant());
    ExecutorService threads = couriers.get(delivery.channel());
    if (threads == null || !busy.add(lane)) {
      return;
    }
    try {
      threads.execute(
          () -> {
            try {
              attempt(delivery);
            } finally {
              busy.remove(lane);
            }
          });
    } catch (RejectedExecutionException e) {
      busy.remove(lane);
    }
  }

  private void attempt(Delivery delivery) {
    try {
      if (closing.getCount() > 0) {
        circulating.attempt(delivery);
      }
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private void failed(RuntimeException e) {
    tryFailed.set(true);
    if (failures.getAndIncrement() == 0 && closing.getCount() > 0) {
      // The class of the cause alone: its message could carry an address.
      LOG.warn("circulation: a pass failed, trying again; cause {}", root(e));
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
    couriers.values().forEach(ExecutorService::shutdown);
    try {
      long end = System.nanoTime() + PATIENCE.toNanos();
      if (thread.getState() != Thread.State.NEW) {
        thread.join(PATIENCE);
      }
      boolean ended = true;
      for (ExecutorService threads : couriers.values()) {
        ended &= threads.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
      if (!ended) {
        LOG.info("circulation: closed amid tries, which are made again when their claims expire");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    couriers.values().forEach(ExecutorService::shutdownNow);
  }
}
