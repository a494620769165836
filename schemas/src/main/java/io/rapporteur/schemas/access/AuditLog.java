package io.rapporteur.schemas.access;

import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must be known of who looked and who did, one line each, under the logger {@code
 * io.rapporteur.audit}: account, role, act and ids. Never a text of what was seen. Thread-safe.
 */
public final class AuditLog {

  /** Name of the logger, which an operator can send where it belongs. */
  public static final String LOGGER = "io.rapporteur.audit";

  private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

  /** Ids of other issuers are theirs to choose; none of them begins a line of its own. */
  private static final Pattern UNPLAIN = Pattern.compile("[^A-Za-z0-9._:@/-]");

  private AuditLog() {}

  /**
   * Notes an act.
   *
   * @param act what was done, in one word
   * @param thing id of what it was done to
   */
  public static void note(Caller caller, String act, String thing) {
    LOG.info(
        "act={} account={} role={} of={}",
        act,
        plain(caller.client()),
        caller.role().claim(),
        plain(thing));
  }

  private static String plain(String id) {
    return UNPLAIN.matcher(id).replaceAll("?");
  }
}
