package io.rapporteur.aggregation.kafka;

import io.rapporteur.aggregation.compilation.Consultation.Edition;
import io.rapporteur.events.EditionCut;
import io.rapporteur.events.EditionEvent;
import io.rapporteur.events.EditionOpening;
import io.rapporteur.events.EditionReady;
import io.rapporteur.schemas.log.EventLog;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * What is said once of an edition in {@code edition.events.v1}, each fact as the next revision: its
 * cut, and of one for participants that it is whole and how it is opened. What has been said is not
 * said again; of two instances that say it, the log takes the first. One thread.
 */
final class EditionFacts implements AutoCloseable {

  private static final int CUT = 1;
  private static final int READY = 2;
  private static final int OPENING = 3;

  private final CompilationView view;
  private final EventLog<EditionEvent> log;
  private final Clock clock;

  EditionFacts(CompilationView view, EventLog<EditionEvent> log, Clock clock) {
    this.view = view;
    this.log = log;
    this.clock = clock;
  }

  EditionCut cut(String consultation, Edition edition, Supplier<EditionCut> cut) {
    return once(consultation, edition, CUT, cut, view::cut);
  }

  EditionReady ready(String consultation, Edition edition, Supplier<EditionReady> ready) {
    return once(consultation, edition, READY, ready, view::ready);
  }

  EditionOpening opening(String consultation, Edition edition) {
    return once(
        consultation,
        edition,
        OPENING,
        () -> new EditionOpening(view.redactions.ranks()),
        view::opening);
  }

  /**
   * Says it, or tells what was said.
   *
   * @throws IllegalStateException if it was not read back in time; to be tried again
   */
  private <T> T once(
      String consultation,
      Edition edition,
      int revision,
      Supplier<T> fact,
      BiFunction<String, String, Optional<T>> said) {
    Optional<T> before = said.apply(consultation, edition.name());
    if (before.isPresent()) {
      return before.get();
    }
    EventLog.Appended appended =
        log.append(
            consultation + "/" + edition.name(),
            new EditionEvent(consultation, edition.name(), revision, clock.instant(), fact.get()));
    if (!view.reader.await(appended, EventLog.PATIENCE)) {
      throw new IllegalStateException(
          "edition " + edition.name() + ": what was said of it was not read back");
    }
    return said.apply(consultation, edition.name()).orElseThrow();
  }

  @Override
  public void close() {
    log.close();
  }
}
