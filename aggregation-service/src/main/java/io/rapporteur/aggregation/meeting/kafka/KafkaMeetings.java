package io.rapporteur.aggregation.meeting.kafka;

import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.meeting.Meetings;
import io.rapporteur.aggregation.meeting.Step;
import io.rapporteur.events.DecisionEvent;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import io.rapporteur.schemas.log.ViewReader;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.util.List;

/** Meetings as events of {@code decision.events.v1}, read back from the view. Thread-safe. */
public final class KafkaMeetings implements Meetings {

  private final MeetingTables view;
  private final ViewReader reader;
  private final EventLog<DecisionEvent> log;

  /** Reads from a view, and appends to a log. */
  public KafkaMeetings(MeetingTables view, ViewReader reader, EventLog<DecisionEvent> log) {
    this.view = view;
    this.reader = reader;
    this.log = log;
  }

  @Override
  public Meeting meeting(String consultation) {
    return view.meeting(consultation);
  }

  @Override
  public void append(Step step) {
    EventLog.Appended appended = log.append(step.consultation(), MeetingEvents.event(step));
    if (!reader.await(appended, EventLog.PATIENCE)) {
      throw new OutcomeUnknownException(
          "view: behind the log after " + EventLog.PATIENCE.toSeconds() + " s");
    }
  }

  @Override
  public boolean catchUp() {
    return reader.awaitEnd(List.of(TopicCatalogue.DECISION_EVENTS), EventLog.PATIENCE);
  }
}
