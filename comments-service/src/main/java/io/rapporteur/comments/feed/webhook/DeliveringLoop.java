package io.rapporteur.comments.feed.webhook;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls webhooks on threads of their own, one for each participant that is being told: a receiver
 * that hangs holds up no other, and no event nor request. A pass that fails is done again after the
 * interval; the first of a row is logged.
 */
public final class DeliveringLoop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveringLoop.class);

  /** For what is under way at the close. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Delivering delivering;
  private final Duration interval;
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicBoolean failing = new AtomicBoolean();
  private final Thread thread;

  /**
   * Puts it together; {@link #start()} starts it.
   *
   * @param interval between two looks
   */
  public DeliveringLoop(Delivering delivering, Duration interval) {
    this.delivering = delivering;
    this.interval = interval;
    this.thread = Thread.ofPlatform().daemon().name("feed-webhooks").unstarted(this::run);
  }

  /** Starts it. */
  public void start() {
    thread.start();
  }

  private void run() {
    try {
      do {
        look();
      } while (!closing.await(interval.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      delivering.due().forEach(this::submit);
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private void submit(Webhook webhook) {
    if (!busy.add(webhook.participant())) {
      return;
    }
    try {
      calls.execute(
          () -> {
            try {
              attempt(webhook);
            } finally {
              busy.remove(webhook.participant());
            }
          });
    } catch (RejectedExecutionException e) {
      busy.remove(webhook.participant());
    }
  }

  private void attempt(Webhook webhook) {
    try {
      if (closing.getCount() > 0) {
        delivering.attempt(webhook);
        failing.set(false);
      }
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private void failed(RuntimeException e) {
    if (!failing.getAndSet(true) && closing.getCount() > 0) {
      // The class of the cause alone: its message could carry an address.
      LOG.warn("feed webhooks: a pass failed, trying again; cause {}", root(e));
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
    calls.shutdown();
    try {
      if (thread.getState() != Thread.State.NEW) {
        thread.join(PATIENCE);
      }
      if (!calls.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.info("feed webhooks: closed amid calls, which are made again when their claims expire");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    calls.shutdownNow();
  }
}
