package io.rapporteur.aggregation.meeting.kafka;

import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.meeting.Meetings;
import io.rapporteur.aggregation.meeting.Step;
import io.rapporteur.events.DecisionEvent;
import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.OutcomeUnknownException;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewReader;
import io.rapporteur.schemas.topics.TopicCatalogue;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Meetings as events of {@code decision.events.v1}. What was folded is kept and folded on, since a
 * counted step never changes. Thread-safe.
 */
public final class KafkaMeetings implements Meetings {

  private final MeetingTables view;
  private final ViewReader reader;
  private final EventLog<DecisionEvent> log;
  private final ConcurrentHashMap<String, Meeting> folded = new ConcurrentHashMap<>();

  /** Reads from a view, and appends to a log. */
  public KafkaMeetings(MeetingTables view, ViewReader reader, EventLog<DecisionEvent> log) {
    this.view = view;
    this.reader = reader;
    this.log = log;
  }

  @Override
  public Meeting meeting(String consultation) {
    Meeting before = folded.getOrDefault(consultation, Meeting.of(consultation));
    String after = before.revision() == 0 ? "" : CountedEvents.key(consultation, before.revision());
    List<Step> steps =
        view.steps.page(consultation + "/", after, Integer.MAX_VALUE).stream()
            .map(Table.Row::value)
            .map(MeetingEvents::step)
            .toList();
    if (steps.isEmpty()) {
      return before;
    }
    Meeting now = before.after(steps);
    folded.merge(
        consultation, now, (one, other) -> one.revision() < other.revision() ? other : one);
    return now;
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
