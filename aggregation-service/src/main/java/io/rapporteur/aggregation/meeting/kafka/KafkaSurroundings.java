package io.rapporteur.aggregation.meeting.kafka;

import io.rapporteur.aggregation.meeting.Surroundings;
import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.ConsultationOpened;
import io.rapporteur.events.ParticipantRecorded;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a meeting must know of others, from the view. Thread-safe. */
public final class KafkaSurroundings implements Surroundings {

  private final MeetingTables view;

  /** Reads from a view. */
  public KafkaSurroundings(MeetingTables view) {
    this.view = view;
  }

  @Override
  public Optional<String> participantClass(String code) {
    return view.participants
        .get(code)
        .map(event -> ((ParticipantRecorded) event.getFact()).getParticipantClass())
        .map(found -> found.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  @Override
  public ZoneId zone(String consultation) {
    List<ConsultationEvent> events = view.consultations.startingWith(consultation + "/");
    return events.isEmpty()
        ? ZoneOffset.UTC
        : ZoneId.of(((ConsultationOpened) events.getFirst().getFact()).getZone());
  }
}
