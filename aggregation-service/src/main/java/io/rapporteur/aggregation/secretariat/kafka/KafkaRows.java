package io.rapporteur.aggregation.secretariat.kafka;

import io.rapporteur.aggregation.secretariat.Rows;
import io.rapporteur.aggregation.secretariat.Step;
import io.rapporteur.events.SecretariatEvent;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import io.rapporteur.schemas.log.ViewReader;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.util.List;

/** Rows as events of {@code secretariat.events.v1}. Thread-safe. */
public final class KafkaRows implements Rows {

  private final SecretariatTable view;
  private final ViewReader reader;
  private final EventLog<SecretariatEvent> log;

  /** Reads from a view, and appends to a log. */
  public KafkaRows(SecretariatTable view, ViewReader reader, EventLog<SecretariatEvent> log) {
    this.view = view;
    this.reader = reader;
    this.log = log;
  }

  @Override
  public List<Step> row(String subject) {
    return view.events.startingWith(subject + "/").stream()
        .filter(event -> event.getSubject().equals(subject))
        .map(SecretariatEvents::step)
        .toList();
  }

  @Override
  public void append(Step step) {
    EventLog.Appended appended = log.append(step.subject(), SecretariatEvents.event(step));
    if (!reader.await(appended, EventLog.PATIENCE)) {
      throw new OutcomeUnknownException(
          "view: behind the log after " + EventLog.PATIENCE.toSeconds() + " s");
    }
  }

  @Override
  public boolean catchUp() {
    return reader.awaitEnd(List.of(TopicCatalogue.SECRETARIAT_EVENTS), EventLog.PATIENCE);
  }
}
