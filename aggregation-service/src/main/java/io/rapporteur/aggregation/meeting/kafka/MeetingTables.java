package io.rapporteur.aggregation.meeting.kafka;

import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.DecisionEvent;
import io.rapporteur.events.ParticipantEvent;
import io.rapporteur.schemas.log.CountedEvents;
import io.rapporteur.schemas.log.Fold;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewStore;

/** Meetings, as the view of the compilation keeps them beside what it knows of others. */
public final class MeetingTables {

  /** Counted steps, by {@code consultation/revision}. */
  final Table<DecisionEvent> steps;

  final Table<ParticipantEvent> participants;

  /** Counted events, by {@code consultation/revision}. */
  final Table<ConsultationEvent> consultations;

  /** Puts them into a view. */
  public MeetingTables(
      ViewStore store,
      Table<ParticipantEvent> participants,
      Table<ConsultationEvent> consultations) {
    this.steps = store.table("meeting", DecisionEvent.getClassSchema());
    this.participants = participants;
    this.consultations = consultations;
  }

  /** How {@code decision.events.v1} is folded. */
  public Fold<DecisionEvent> fold() {
    return CountedEvents.each(steps, DecisionEvent::getConsultation, DecisionEvent::getRevision);
  }
}
