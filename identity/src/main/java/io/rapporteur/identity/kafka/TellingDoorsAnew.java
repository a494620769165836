package io.rapporteur.identity.kafka;

import io.rapporteur.identity.account.Accounts;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import io.rapporteur.schemas.log.ViewReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After each start, tells the doors again which tokens are not believed: a process that died
 * between an act and its revocation, or a power cut that took the revocation, leaves no token
 * believed. The same records again change nothing.
 */
public final class TellingDoorsAnew implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TellingDoorsAnew.class);
  private static final long PAUSE = 100;

  private final Accounts accounts;
  private final ViewReader reader;
  private final Thread thread = Thread.ofVirtual().name("telling-doors").unstarted(this::work);

  /** Begins when the view has read the log. */
  public TellingDoorsAnew(Accounts accounts, ViewReader reader) {
    this.accounts = accounts;
    this.reader = reader;
  }

  /** Starts. */
  public void start() {
    thread.start();
  }

  private void work() {
    try {
      while (!reader.ready() || !told()) {
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean told() {
    try {
      accounts.tellDoors(accounts.all());
      return true;
    } catch (OutcomeUnknownException e) {
      LOG.warn("revocations could not be told; trying again", e);
      return false;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
