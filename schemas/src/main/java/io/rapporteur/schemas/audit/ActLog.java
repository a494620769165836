package io.rapporteur.schemas.audit;

import io.rapporteur.events.ActNoted;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes acts down: at once as a line under the logger {@code io.rapporteur.audit}, and then in the
 * topic. No answer waits for the topic: what an act changed stands in an event of its own, and was
 * acknowledged before. If the topic cannot be written, the line remains, and says so. Thread-safe.
 */
public final class ActLog implements AutoCloseable {

  /** Name of the logger, which an operator can send where it belongs. */
  public static final String LOGGER = "io.rapporteur.audit";

  private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
  private static final int WAITING = 10_000;
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  /** Ids of other issuers are theirs to choose; none of them begins a line of its own. */
  private static final Pattern UNPLAIN = Pattern.compile("[^A-Za-z0-9._:@/{}, -]");

  private final EventLog<ActNoted> log;
  private final ThreadPoolExecutor writer;

  /**
   * Puts it together.
   *
   * @param log of the topic; closed with this
   */
  public ActLog(EventLog<ActNoted> log) {
    this.log = log;
    this.writer =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("acts-", 0).daemon(true).factory(),
            (act, full) -> LOG.error("too many acts wait; this one stands in its line alone"));
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
    writer.execute(() -> append(act));
  }

  private void append(ActNoted act) {
    String key = act.getParticipant() == null ? act.getRole() : act.getParticipant();
    try {
      log.append(key, act);
    } catch (OutcomeUnknownException e) {
      LOG.error("act {} may stand in its line alone: {}", act.getAct(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("act {} stands in its line alone", act.getAct(), e);
    }
  }

  private static String plain(String id) {
    return UNPLAIN.matcher(id).replaceAll("?");
  }

  /** Writes what waits, for some seconds, and closes the log. */
  @Override
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
        LOG.error("{} acts stand in their lines alone", writer.shutdownNow().size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    log.close();
  }
}
