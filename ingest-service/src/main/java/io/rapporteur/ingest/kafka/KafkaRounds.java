package io.rapporteur.ingest.kafka;

import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.ConsultationOpened;
import io.rapporteur.events.DeadlineExtended;
import io.rapporteur.events.EditionAudience;
import io.rapporteur.events.EditionOpened;
import io.rapporteur.events.EditionPublished;
import io.rapporteur.ingest.circulation.Round;
import io.rapporteur.ingest.circulation.Round.Edition;
import io.rapporteur.ingest.circulation.Round.Extension;
import io.rapporteur.ingest.circulation.Rounds;
import io.rapporteur.states.MeetingNews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The history of consultations and of their meetings, folded from {@code consultation.events.v1}
 * and {@code decision.events.v1}. Thread-safe.
 */
public final class KafkaRounds implements Rounds {

  private final IngestView view;

  /** Reads from the view. */
  public KafkaRounds(IngestView view) {
    this.view = view;
  }

  @Override
  public List<Round> all() {
    return view.consultations.startingWith("").stream()
        .collect(
            Collectors.groupingBy(
                ConsultationEvent::getConsultation, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(this::fold)
        .toList();
  }

  @Override
  public Optional<Round> round(String consultation) {
    List<ConsultationEvent> events = view.consultations.startingWith(consultation + "/");
    return events.isEmpty() ? Optional.empty() : Optional.of(fold(events));
  }

  private Round fold(List<ConsultationEvent> events) {
    ConsultationEvent first = events.getFirst();
    var opened = (ConsultationOpened) first.getFact();
    List<Extension> extensions = new ArrayList<>();
    List<Edition> editions = new ArrayList<>();
    for (ConsultationEvent event : events) {
      switch (event.getFact()) {
        case DeadlineExtended moved ->
            extensions.add(
                new Extension(
                    Optional.ofNullable(moved.getParticipant()),
                    moved.getClosesAt(),
                    event.getOccurredAt()));
        case EditionPublished published ->
            editions.add(
                new Edition(
                    published.getEdition(),
                    event.getOccurredAt(),
                    published.getAudience() == EditionAudience.PARTICIPANTS));
        case EditionOpened open ->
            editions.add(new Edition(open.getEdition(), event.getOccurredAt()));
        default -> {
          // The opening; and who may see what, which nobody is told of.
        }
      }
    }
    return new Round(
        first.getConsultation(),
        opened.getTitles(),
        first.getOccurredAt(),
        opened.getOpensAt(),
        opened.getClosesAt(),
        opened.getZone(),
        extensions,
        editions,
        view.meetings
            .get(first.getConsultation())
            .map(KafkaRounds::meeting)
            .orElse(Round.Meeting.NOTHING));
  }

  private static Round.Meeting meeting(MeetingNews news) {
    return new Round.Meeting(
        news.getCirculations().stream()
            .map(
                each ->
                    new Round.Circulation(
                        each.getVersion(),
                        each.getCirculatedAt(),
                        Optional.ofNullable(each.getCommentsUntil())))
            .toList(),
        Optional.ofNullable(news.getAdoptedAt()));
  }
}
