package io.rapporteur.schemas.access;

import io.rapporteur.events.ActNoted;
import io.rapporteur.schemas.audit.ActLog;
import io.rapporteur.schemas.log.EventLog;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the acts at the doors of a service are noted.
 *
 * @param within the doors at which a delegation's acts are its own affair, by the beginning of
 *     their paths: the secretariat is not shown them
 */
public record Trail(ActLog acts, List<Pattern> within, Clock clock) implements AutoCloseable {

  /**
   * A trail on a topic.
   *
   * @param log of the topic; closed with the trail
   * @param within regular expressions
   */
  public static Trail of(EventLog<ActNoted> log, Clock clock, String... within) {
    return new Trail(new ActLog(log), Stream.of(within).map(Pattern::compile).toList(), clock);
  }

  @Override
  public void close() {
    acts.close();
  }
}
