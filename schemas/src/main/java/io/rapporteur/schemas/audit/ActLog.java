package io.rapporteur.schemas.audit;

import io.rapporteur.events.ActNoted;
import io.rapporteur.schemas.log.EventLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes acts down: at once as a line under the logger {@code io.rapporteur.audit}, and then in the
 * topic, all that wait together. No answer waits for the topic: what an act changed stands in an
 * event of its own, and was acknowledged before. If the topic cannot be written, the line remains,
 * and says so. Thread-safe.
 */
public final class ActLog implements AutoCloseable {

  /** Name of the logger, which an operator can send where it belongs. */
  public static final String LOGGER = "io.rapporteur.audit";

  private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
  private static final int WAITING = 10_000;
  private static final int TOGETHER = 1_000;
  private static final Duration IDLE = Duration.ofMillis(200);
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  /** Ids of other issuers are theirs to choose; none of them begins a line of its own. */
  private static final Pattern UNPLAIN = Pattern.compile("[^A-Za-z0-9._:@/{}, -]");

  private final Consumer<List<Map.Entry<String, ActNoted>>> topic;
  private final Runnable end;
  private final BlockingQueue<ActNoted> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Thread writer;
  private volatile boolean open = true;

  /**
   * Puts it together.
   *
   * @param log of the topic; closed with this
   */
  public ActLog(EventLog<ActNoted> log) {
    this(log::append, log::close);
  }

  /**
   * Puts it together.
   *
   * @param topic takes acts by their keys, in order, and throws if one of them may be missing
   * @param end called once, when nothing more is written
   */
  public ActLog(Consumer<List<Map.Entry<String, ActNoted>>> topic, Runnable end) {
    this.topic = topic;
    this.end = end;
    this.writer = Thread.ofPlatform().name("acts").daemon(true).start(this::write);
  }

  /** Writes an act down. */
  public void note(ActNoted act) {
    LOG.info(
        "door={} status={} account={} role={} of={}{}",
        plain(act.getDoor()),
        act.getStatus(),
        plain(act.getAccount()),
        act.getRole(),
        plain(String.join(",", act.getThings())),
        act.getNote() == null ? "" : " note=" + act.getNote());
    if (!open || !waiting.offer(act)) {
      LOG.error("act {} stands in its line alone", act.getAct());
    }
  }

  private void write() {
    try {
      while (open || !waiting.isEmpty()) {
        ActNoted first = waiting.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          List<ActNoted> acts = new ArrayList<>(List.of(first));
          waiting.drainTo(acts, TOGETHER - 1);
          append(acts);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void append(List<ActNoted> acts) {
    try {
      topic.accept(acts.stream().map(act -> Map.entry(key(act), act)).toList());
    } catch (RuntimeException e) {
      LOG.error(
          "acts that may stand in their lines alone: {}",
          acts.stream().map(ActNoted::getAct).toList(),
          e);
    }
  }

  private static String key(ActNoted act) {
    return act.getParticipant() == null ? act.getRole() : act.getParticipant();
  }

  private static String plain(String id) {
    return UNPLAIN.matcher(id).replaceAll("?");
  }

  /** Writes what waits, for some seconds, and closes the log. */
  @Override
  public void close() {
    open = false;
    try {
      if (!writer.join(FAREWELL)) {
        writer.interrupt();
      }
      if (!waiting.isEmpty()) {
        LOG.error("{} acts stand in their lines alone", waiting.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end.run();
  }
}
