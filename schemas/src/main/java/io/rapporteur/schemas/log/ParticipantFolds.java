package io.rapporteur.schemas.log;

import io.rapporteur.events.GroupRecorded;
import io.rapporteur.events.ParticipantEvent;

/** How {@code participant.events.v1} is folded: participants here, groups there. */
public final class ParticipantFolds {

  private ParticipantFolds() {}

  /**
   * Keeps the last card of each participant by its code, and every card of each group by {@link
   * CountedEvents#key}.
   */
  public static Fold<ParticipantEvent> into(
      Table<ParticipantEvent> participants, Table<ParticipantEvent> groups) {
    Fold<ParticipantEvent> ofParticipants =
        CountedEvents.last(
            participants, ParticipantEvent::getParticipant, ParticipantEvent::getRevision);
    Fold<ParticipantEvent> ofGroups =
        CountedEvents.each(groups, ParticipantEvent::getParticipant, ParticipantEvent::getRevision);
    return (event, view) -> {
      if (event.getFact() instanceof GroupRecorded) {
        ofGroups.apply(event, view);
      } else {
        ofParticipants.apply(event, view);
      }
    };
  }
}
