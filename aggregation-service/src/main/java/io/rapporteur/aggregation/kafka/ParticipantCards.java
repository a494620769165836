package io.rapporteur.aggregation.kafka;

import io.rapporteur.events.GroupRecorded;
import io.rapporteur.events.ParticipantEvent;
import io.rapporteur.events.ParticipantName;
import io.rapporteur.events.ParticipantRecorded;
import io.rapporteur.schemas.log.Table;
import java.util.HashMap;
import java.util.Map;

/** What the cards of participants and groups say. Thread-safe. */
final class ParticipantCards {

  private static final String FALLBACK = "en";

  private final Table<ParticipantEvent> participants;
  private final Table<ParticipantEvent> groups;

  ParticipantCards(Table<ParticipantEvent> participants, Table<ParticipantEvent> groups) {
    this.participants = participants;
    this.groups = groups;
  }

  /** The class of each participant, by code. */
  Map<String, String> classes() {
    Map<String, String> classes = new HashMap<>();
    for (ParticipantEvent event : participants.startingWith("")) {
      var card = (ParticipantRecorded) event.getFact();
      classes.put(event.getParticipant(), CompiledComments.word(card.getParticipantClass()));
    }
    return classes;
  }

  /** Short names by participant code, full ones by group code; in English where there is none. */
  Map<String, String> names(String language) {
    Map<String, String> names = new HashMap<>();
    for (ParticipantEvent event : participants.startingWith("")) {
      Map<String, ParticipantName> printed = ((ParticipantRecorded) event.getFact()).getNames();
      ParticipantName name = printed.getOrDefault(language, printed.get(FALLBACK));
      if (name != null) {
        names.put(event.getParticipant(), name.getShort$());
      }
    }
    for (ParticipantEvent event : groups.startingWith("")) {
      Map<String, String> printed = ((GroupRecorded) event.getFact()).getNames();
      String name = printed.getOrDefault(language, printed.get(FALLBACK));
      if (name != null) {
        names.put(event.getParticipant(), name);
      }
    }
    return names;
  }
}
