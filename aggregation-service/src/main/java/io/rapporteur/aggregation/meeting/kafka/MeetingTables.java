package io.rapporteur.aggregation.meeting.kafka;

import io.rapporteur.aggregation.meeting.Meeting;
import io.rapporteur.aggregation.meeting.Step;
import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.DecisionEvent;
import io.rapporteur.events.ParticipantEvent;
import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.schemas.log.Fold;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewStore;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Meetings, as the view of the compilation keeps them beside what it knows of others. */
public final class MeetingTables {

  /** Counted steps, by {@code consultation/revision}. */
  final Table<DecisionEvent> steps;

  final Table<ParticipantEvent> participants;

  /** Counted events, by {@code consultation/revision}. */
  final Table<ConsultationEvent> consultations;

  private final ConcurrentHashMap<String, Meeting> folded = new ConcurrentHashMap<>();

  /** Puts them into a view. */
  public MeetingTables(
      ViewStore store,
      Table<ParticipantEvent> participants,
      Table<ConsultationEvent> consultations) {
    this.steps = store.table("meeting", DecisionEvent.getClassSchema());
    this.participants = participants;
    this.consultations = consultations;
  }

  /**
   * A meeting as the view knows it. What was folded is kept and folded on, since a counted step
   * never changes.
   */
  public Meeting meeting(String consultation) {
    Meeting before = folded.getOrDefault(consultation, Meeting.of(consultation));
    String after = before.revision() == 0 ? "" : CountedEvents.key(consultation, before.revision());
    List<Step> next =
        steps.page(consultation + "/", after, Integer.MAX_VALUE).stream()
            .map(Table.Row::value)
            .map(MeetingEvents::step)
            .toList();
    if (next.isEmpty()) {
      return before;
    }
    Meeting now = before.after(next);
    folded.merge(
        consultation, now, (one, other) -> one.revision() < other.revision() ? other : one);
    return now;
  }

  /** How {@code decision.events.v1} is folded. */
  public Fold<DecisionEvent> fold() {
    return CountedEvents.each(steps, DecisionEvent::getConsultation, DecisionEvent::getRevision);
  }
}
